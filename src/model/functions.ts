/** A built-in function of the language, for the checker, completions, hovers and the engine. */
export interface BuiltIn {
  readonly signature: string;
  readonly doc: string;
  /** `map`: one argument, elementwise; `fold`: one vector or several scalars to one scalar; `sum`: one vector to a scalar; the others as named. */
  readonly shape: 'map' | 'fold' | 'sum' | 'dot' | 'matmul' | 'concat';
  readonly example: string;
}

const table = {
  exp: { shape: 'map', signature: 'exp(a)', doc: 'e to the power a, elementwise.', example: 'exp(0.5 * z)' },
  log: {
    shape: 'map',
    signature: 'log(a)',
    doc: 'Natural logarithm, elementwise; a must be positive.',
    example: 'log(rate)',
  },
  sqrt: {
    shape: 'map',
    signature: 'sqrt(a)',
    doc: 'Square root, elementwise; a must not be negative.',
    example: 'sqrt(variance)',
  },
  abs: { shape: 'map', signature: 'abs(a)', doc: 'Absolute value, elementwise.', example: 'abs(z)' },
  sin: { shape: 'map', signature: 'sin(a)', doc: 'Sine of an angle in radians, elementwise.', example: 'sin(3 * z)' },
  cos: { shape: 'map', signature: 'cos(a)', doc: 'Cosine of an angle in radians, elementwise.', example: 'cos(z)' },
  tanh: {
    shape: 'map',
    signature: 'tanh(a)',
    doc: 'Hyperbolic tangent, between −1 and 1, elementwise.',
    example: 'tanh(z)',
  },
  sigmoid: {
    shape: 'map',
    signature: 'sigmoid(a)',
    doc: '1 / (1 + e⁻ᵃ), between 0 and 1, elementwise.',
    example: 'sigmoid(2 * z)',
  },
  softplus: {
    shape: 'map',
    signature: 'softplus(a)',
    doc: 'log(1 + eᵃ), always positive, elementwise.',
    example: 'softplus(z)',
  },
  relu: { shape: 'map', signature: 'relu(a)', doc: 'max(0, a), elementwise.', example: 'relu(z)' },
  square: {
    shape: 'map',
    signature: 'square(a)',
    doc: 'a times a, elementwise; never negative.',
    example: 'square(z)',
  },
  min: {
    shape: 'fold',
    signature: 'min(a, b, …)',
    doc: 'The smallest of its arguments, or of one vector.',
    example: 'min(z, 1)',
  },
  max: {
    shape: 'fold',
    signature: 'max(a, b, …)',
    doc: 'The largest of its arguments, or of one vector.',
    example: 'max(z, 0)',
  },
  sum: { shape: 'sum', signature: 'sum(v)', doc: 'The sum of the elements of a vector or matrix.', example: 'sum(z)' },
  dot: {
    shape: 'dot',
    signature: 'dot(v, w)',
    doc: 'The inner product Σ vᵢ wᵢ of two vectors of one length.',
    example: 'dot(w, z)',
  },
  matmul: {
    shape: 'matmul',
    signature: 'matmul(A, b)',
    doc: 'The product of a matrix with a vector or with a matrix.',
    example: 'matmul(W, z)',
  },
  concat: {
    shape: 'concat',
    signature: 'concat(a, b, …)',
    doc: 'Scalars and vectors put end to end as one vector.',
    example: 'concat(z, 1)',
  },
} satisfies Record<string, BuiltIn>;

export type FunctionName = keyof typeof table;

export const functions: Readonly<Record<FunctionName, BuiltIn>> = table;
