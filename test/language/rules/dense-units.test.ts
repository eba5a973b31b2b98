import { denseUnits } from '../../../src/language/rules/dense-units';
import { describeRule } from '../describeRule';

describeRule(
  denseUnits,
  [
    [
      'network f(z) = z -> dense(«0») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message: 'The units of a layer are a whole number of at least 1, written out, as in `dense(16)`.',
        fixed: null,
      },
    ],
    [
      'network f(z) = z -> dense(«1.5») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message: 'The units of a layer are a whole number of at least 1, written out, as in `dense(16)`.',
        fixed: null,
      },
    ],
    [
      'param n = 3 network f(z) = z -> dense(«n») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message: 'The units of a layer are a whole number of at least 1, written out, as in `dense(16)`.',
        fixed: null,
      },
    ],
    [
      'network f(z) = z -> dense(«5000») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: 'A layer can have 4,096 units at most; this one has 5,000.', fixed: null },
    ],
  ],
  ['network f(z) = z -> dense(4096) -> dense(units: 1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)'],
);
