import { networkUncalled } from '../../../src/language/rules/network-uncalled';
import { describeRule } from '../describeRule';

describeRule(
  networkUncalled,
  [
    [
      'network f(z) = z -> dense(1) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z) + «f», 1)',
      { message: '`f` is a network: call it, as in `f(z)`.', fixed: null },
    ],
  ],
  ['network f(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)'],
);
