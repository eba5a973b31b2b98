/** The activations of a `dense` layer. */
export interface Activation {
  readonly doc: string;
  readonly formula: string;
}

const table = {
  linear: { formula: 'a', doc: 'No bend: the layer is a linear map.' },
  tanh: { formula: 'tanh a', doc: 'Smooth step between −1 and 1.' },
  relu: { formula: 'max(0, a)', doc: 'Zero below 0, the identity above: the layer is piecewise linear.' },
  sigmoid: { formula: '1 / (1 + e⁻ᵃ)', doc: 'Smooth step between 0 and 1, for probabilities.' },
  softplus: { formula: 'log(1 + eᵃ)', doc: 'Smooth and positive, for standard deviations and rates.' },
  elu: { formula: 'a above 0, eᵃ − 1 below', doc: 'Like relu, with a smooth lower branch that ends at −1.' },
  gelu: { formula: 'a Φ(a)', doc: 'The input weighted by the normal distribution function.' },
  silu: { formula: 'a / (1 + e⁻ᵃ)', doc: 'The input weighted by its own sigmoid.' },
  exp: { formula: 'eᵃ', doc: 'Positive and steep, for rates and scales.' },
} satisfies Record<string, Activation>;

export type ActivationName = keyof typeof table;

export const activations: Readonly<Record<ActivationName, Activation>> = table;
