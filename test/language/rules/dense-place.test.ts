import { densePlace } from '../../../src/language/rules/dense-place';
import { describeRule } from '../describeRule';

describeRule(
  densePlace,
  [
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(z -> «dense(1)», 1)',
      {
        message:
          'The weights of a layer belong to a network: define `network f(z) = z -> dense(16) -> …` and call it here.',
        fixed: null,
      },
    ],
    [
      'network f(z) = z -> dense(4) -> «tanh» latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: 'Behind `->` stands a layer. An activation goes inside: `dense(16, tanh)`.', fixed: null },
    ],
    [
      'network f(z) = «dense(4)» latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: 'A layer needs an input: write `z -> dense(16)`.', fixed: null },
    ],
    [
      'network f(z) = z -> «foo(4)» latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: 'Behind `->` stands a layer. Write `dense(units, activation)`.', fixed: null },
    ],
    ['observed x ~ «dense(4)»', { message: 'A layer needs an input: write `z -> dense(16)`.', fixed: null }],
    [
      'network f(z) = z -> «dense» latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: 'Behind `->` stands a layer. Write `dense(units, activation)`.', fixed: null },
    ],
  ],
  [
    'network f(a, b) = concat(a, b) -> dense(4, tanh) -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z, 1), 1)',
  ],
);
