/** The built-in functions of one number, in double precision; outside of their domains NaN. */
export const elementwise = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  // The exponential of a large number would overflow: of either sign, only that of a negative one is taken.
  sigmoid: (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  relu: (x: number) => Math.max(x, 0),
  square: (x: number) => x * x,
} as const;
