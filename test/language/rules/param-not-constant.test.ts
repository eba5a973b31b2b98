import { paramNotConstant } from '../../../src/language/rules/param-not-constant';
import { describeRule } from '../describeRule';

describeRule(
  paramNotConstant,
  [
    [
      'latent z ~ Normal(0, 1) param a = «z» observed x | z ~ Normal(a + z, 1)',
      { message: '`z` is random, and the value of `a` must be a constant.', fixed: null },
    ],
    [
      'network f(a) = a -> dense(1) param a = «f(1)» observed x ~ Normal(a, 1)',
      { message: '`f` is a network, whose weights are learned, and the value of `a` must be a constant.', fixed: null },
    ],
    [
      'latent z ~ Normal(0, 1) let m = z + 1 param a = «m» observed x ~ Normal(a, 1)',
      { message: '`m` is random, and the value of `a` must be a constant.', fixed: null },
    ],
  ],
  ['param a = 1\nlet b = a + 1\nparam c = [a, b, 2 * 3]\nobserved x ~ Normal(c, 1)'],
);
