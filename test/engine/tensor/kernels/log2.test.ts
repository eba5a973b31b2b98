import { expect, it } from 'vitest';
import { numbers } from '../reference';
import { activated } from './memory';

it('keeps the digits of single precision of log (1 + f), also where f is small', () => {
  // Softplus of x below 0 is log (1 + eˣ), and f is eˣ; the halves of what is above √2 have the other sign.
  const softplus = 4;
  const x = Array.from(Float32Array.from([...numbers(3000, -1, 0), ...numbers(3000, -40, -1)]));
  activated(x, softplus).forEach((value, i) => {
    expect(Math.abs(value / Math.log1p(Math.exp(x[i]!)) - 1), `at ${x[i]}`).toBeLessThan(4e-7);
  });
});
