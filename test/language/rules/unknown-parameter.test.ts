import { unknownParameter } from '../../../src/language/rules/unknown-parameter';
import { describeRule } from '../describeRule';

describeRule(
  unknownParameter,
  [
    [
      'observed x ~ Normal(0, «sdd»: 1)',
      {
        message: '`Normal` has no parameter `sdd`. Did you mean `sd`?',
        fixed: 'observed x ~ Normal(0, sd: 1)',
        fixTitle: 'Change to `sd`',
      },
    ],
    [
      'observed x ~ Normal(0, «width»: 1)',
      { message: '`Normal` has no parameter `width`. It has `mean` and `sd`.', fixed: null },
    ],
    [
      'observed x ~ Normal(exp(«a»: 1), 1)',
      { message: '`exp` takes its arguments without names; write the value alone.', fixed: null },
    ],
    [
      'network f(z) = z -> dense(1, «activatoin»: tanh) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      {
        message: '`dense` has no parameter `activatoin`. Did you mean `activation`?',
        fixed:
          'network f(z) = z -> dense(1, activation: tanh) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
        fixTitle: 'Change to `activation`',
      },
    ],
    [
      'network f(z) = z -> dense(1) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(«y»: z), 1)',
      { message: '`f` has no parameter `y`. It has `z`.', fixed: null },
    ],
  ],
  [
    'observed x ~ Normal(sd: 1, mean: 0)',
    'observed x ~ Categorical(sd: 0.5, mean: 0.5)',
    'observed x ~ Categorical(probabilities: [0.5, 0.5])',
  ],
);
