import { unknownActivation } from '../../../src/language/rules/unknown-activation';
import { describeRule } from '../describeRule';

describeRule(
  unknownActivation,
  [
    [
      'network f(z) = z -> dense(1, «tahn») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message: 'There is no activation `tahn`. Did you mean `tanh`?',
        fixed: 'network f(z) = z -> dense(1, tanh) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
        fixTitle: 'Change to `tanh`',
      },
    ],
    [
      'network f(z) = z -> dense(1, «3») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message: 'The activation of a layer is a name: linear, tanh, relu, sigmoid, softplus, elu, gelu, silu or exp.',
        fixed: null,
      },
    ],
    [
      'network f(z) = z -> dense(1, «blub») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message:
          'There is no activation `blub`. Choose from linear, tanh, relu, sigmoid, softplus, elu, gelu, silu and exp.',
        fixed: null,
      },
    ],
  ],
  ['network f(z) = z -> dense(1, activation: gelu)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)'],
);
