import { add, div, log, mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import { deviance } from './deviance';
import { logFactorialExcess } from './logFactorialExcess';

/**
 * The log density of Beta(a, b) at x in (0, 1), elementwise. With n = a + b it is
 * log (ab/n) − log x (1 − x) − D(a, nx) − D(b, n(1 − x)) + excess(n) − excess(a) − excess(b), in which nothing large cancels.
 */
export function logBetaDensity(x: Tensor, a: Tensor, b: Tensor): Tensor {
  const n = add(a, b);
  const y = sub(1, x);
  const excess = sub(logFactorialExcess(n), add(logFactorialExcess(a), logFactorialExcess(b)));
  const constant = add(excess, log(mul(a, div(b, n))));
  const fit = add(deviance(a, mul(n, x)), deviance(b, mul(n, y)));
  return sub(sub(constant, fit), add(log(x), log(y)));
}
