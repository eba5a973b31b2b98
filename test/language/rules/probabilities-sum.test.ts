import { probabilitiesSum } from '../../../src/language/rules/probabilities-sum';
import { describeRule } from '../describeRule';

describeRule(
  probabilitiesSum,
  [
    [
      'observed x ~ Categorical(«[0.3, 0.5, 0.3]»)',
      {
        message: 'These probabilities sum to 1.1, and must sum to 1.',
        fixed: 'observed x ~ Categorical([0.272727, 0.454546, 0.272727])',
        fixTitle: 'Normalise, so that they sum to 1 (`0.272727, 0.454546, 0.272727`)',
      },
    ],
    [
      'observed x ~ Categorical(«a: 0.3, b: 0.5»)',
      {
        message: 'These probabilities sum to 0.8, and must sum to 1.',
        fixed: 'observed x ~ Categorical(a: 0.375, b: 0.625)',
        fixTitle: 'Normalise, so that they sum to 1 (`0.375, 0.625`)',
      },
    ],
    [
      'param w: simplex = «[1, 1, 1]» observed x ~ Categorical(w)',
      {
        message: 'These probabilities sum to 3, and must sum to 1.',
        fixed: 'param w: simplex = [0.333334, 0.333333, 0.333333] observed x ~ Categorical(w)',
        fixTitle: 'Normalise, so that they sum to 1 (`0.333334, 0.333333, 0.333333`)',
      },
    ],
    [
      'param w: simplex = «[0.3, 0.3]» observed x ~ Categorical(w)',
      {
        message: 'These probabilities sum to 0.6, and must sum to 1.',
        fixed: 'param w: simplex = [0.5, 0.5] observed x ~ Categorical(w)',
        fixTitle: 'Normalise, so that they sum to 1 (`0.5, 0.5`)',
      },
    ],
    [
      'let w = [0.3, 0.3] observed x ~ Categorical(«w»)',
      {
        message: 'These probabilities sum to 0.6, and must sum to 1.',
        fixed: 'let w = [0.5, 0.5] observed x ~ Categorical(w)',
        fixTitle: 'Normalise, so that they sum to 1 (`0.5, 0.5`)',
      },
    ],
    [
      'param A: simplex = [«[0.3, 0.3]», [0.5, 0.5]] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Categorical(A[k])',
      {
        message: 'These probabilities sum to 0.6, and must sum to 1.',
        fixed:
          'param A: simplex = [[0.5, 0.5], [0.5, 0.5]] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Categorical(A[k])',
        fixTitle: 'Normalise, so that they sum to 1 (`0.5, 0.5`)',
      },
    ],
    [
      'let A = [[0.3, 0.3], [0.5, 0.5]] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Categorical(«A»[k])',
      {
        message: 'These probabilities sum to 0.6, and must sum to 1.',
        fixed: 'let A = [[0.5, 0.5], [0.5, 0.5]] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Categorical(A[k])',
        fixTitle: 'Normalise, so that they sum to 1 (`0.5, 0.5`)',
      },
    ],
    [
      'latent r ~ Bernoulli(0.5) observed x | r ~ Categorical(case r { true: «[0.2, 0.2]», false: [0.5, 0.5] })',
      {
        message: 'These probabilities sum to 0.4, and must sum to 1.',
        fixed: 'latent r ~ Bernoulli(0.5) observed x | r ~ Categorical(case r { true: [0.5, 0.5], false: [0.5, 0.5] })',
        fixTitle: 'Normalise, so that they sum to 1 (`0.5, 0.5`)',
      },
    ],
    [
      'observed x ~ Categorical(«[0, 0]»)',
      { message: 'These probabilities sum to 0, and must sum to 1.', fixed: null },
    ],
    [
      'let w = [1, 2] / 4 observed x ~ Categorical(«w»)',
      { message: 'These probabilities sum to 0.75, and must sum to 1. Divide by their sum.', fixed: null },
    ],
    [
      'observed x ~ Categorical(«[1e-9, 0.5]»)',
      {
        message: 'These probabilities sum to 0.5, and must sum to 1.',
        fixed: 'observed x ~ Categorical([0, 1])',
        fixTitle: 'Normalise, so that they sum to 1 (`0, 1`)',
      },
    ],
  ],
  ['observed x ~ Categorical([0.333333, 0.333333, 0.333334])', 'observed x ~ Categorical(a: 1/3, b: 1/3, c: 1/3)'],
);
