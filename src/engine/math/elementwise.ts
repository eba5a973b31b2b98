import type { ActivationName } from '../../model/activations';
import { normalCdf } from './normalCdf';
import { tanh } from './tanh';

/** The built-in functions of one number, in double precision; outside of their domains NaN. */
export const elementwise = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tanh,
  // The exponential of a large number would overflow: of either sign, only that of a negative one is taken.
  sigmoid: (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  relu: (x: number) => Math.max(x, 0),
  square: (x: number) => x * x,
} as const;

/** The activations of networks in double precision. */
export const activations: Readonly<Record<ActivationName, (x: number) => number>> = {
  linear: (x) => x,
  tanh: elementwise.tanh,
  relu: elementwise.relu,
  sigmoid: elementwise.sigmoid,
  softplus: elementwise.softplus,
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  gelu: (x) => x * normalCdf(x),
  silu: (x) => x * elementwise.sigmoid(x),
  exp: elementwise.exp,
};
