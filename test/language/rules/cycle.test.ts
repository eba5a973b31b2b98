import { cycle } from '../../../src/language/rules/cycle';
import { describeRule } from '../describeRule';

describeRule(
  cycle,
  [
    [
      'latent «z» | x ~ Normal(x, 1) observed x | z ~ Normal(z, 1)',
      {
        message: 'These depend on each other in a circle: `z → x → z`. Take out one of the arrows.',
        fixed: null,
        related: ['`x` is in the circle.'],
      },
    ],
    [
      'latent «z» | z ~ Normal(z, 1) observed x | z ~ Normal(z, 1)',
      { message: '`z` depends on itself: `z → z`.', fixed: null },
    ],
    [
      'param «a» = b param b = a observed x ~ Normal(a, 1)',
      {
        message: 'These depend on each other in a circle: `a → b → a`. Take out one of the arrows.',
        fixed: null,
        related: ['`b` is in the circle.'],
      },
    ],
    ['let «a» = a + 1 observed x ~ Normal(a, 1)', { message: '`a` depends on itself: `a → a`.', fixed: null }],
    [
      'network «f»(z) = f(z) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: '`f` depends on itself: `f → f`.', fixed: null },
    ],
    [
      'latent «a» | c ~ Normal(c, 1) latent b | a ~ Normal(a, 1) latent c | b ~ Normal(b, 1) observed x | c ~ Normal(c, 1)',
      {
        message: 'These depend on each other in a circle: `a → b → c → a`. Take out one of the arrows.',
        fixed: null,
        related: ['`b` is in the circle.', '`c` is in the circle.'],
      },
    ],
    [
      'latent «z»[t] | z[t] ~ Normal(z[t], 1) for t in 1..3 observed x | z[1] ~ Normal(z[1], 1)',
      { message: '`z[t]` depends on itself: `z[t] → z[t]`.', fixed: null },
    ],
    [
      'latent z[1] ~ Normal(0, 1) latent «z»[t] | z[t+1] ~ Normal(z[t+1], 1) for t in 2..4 latent z[5] | z[4] ~ Normal(z[4], 1) observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: 'These depend on each other in a circle: `z[5] → z[4] → z[5]`. Take out one of the arrows.',
        fixed: null,
        related: ['`z` is in the circle.'],
      },
    ],
    [
      'latent «a»[t] | b[t] ~ Normal(b[t], 1) for t in 1..3 latent b[t] | a[t] ~ Normal(a[t], 1) for t in 1..3 observed x | a[1] ~ Normal(a[1], 1)',
      {
        message: 'These depend on each other in a circle: `a[t] → b[t] → a[t]`. Take out one of the arrows.',
        fixed: null,
        related: ['`b` is in the circle.'],
      },
    ],
    [
      'network «f»(a) = f(a) latent z[1] ~ Normal(0, 1) latent z[t] | z[t-1] ~ Normal(f(z[t-1]), 1) for t in 2..3 observed x | z[3] ~ Normal(z[3], 1)',
      { message: '`f` depends on itself: `f → f`.', fixed: null },
    ],
    [
      'let «a» = a + z[1] latent z[1] ~ Normal(0, 1) latent z[2] | z[1] ~ Normal(z[1] + a, 1) observed x | z[2] ~ Normal(z[2], 1)',
      { message: '`a` depends on itself: `a → a`.', fixed: null },
    ],
    [
      'network f(b) = b -> dense(1) let «a» = f(a) observed x ~ Normal(a, 1)',
      { message: '`a` depends on itself: `a → a`.', fixed: null },
    ],
    ['let m = x observed «x» | x ~ Normal(m, 1)', { message: '`x` depends on itself: `x → x`.', fixed: null }],
  ],
  [
    'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..5\nobserved x | z[5] ~ Normal(z[5], 1)',
    'latent a[1] ~ Normal(0, 1)\nlatent a[t] | b[t-1] ~ Normal(b[t-1], 1) for t in 2..4\nlatent b[t] | a[t] ~ Normal(a[t], 1) for t in 1..4\nobserved x | b[4] ~ Normal(b[4], 1)',
    'latent z[3] ~ Normal(0, 1)\nlatent z[t] | z[t+1] ~ Normal(z[t+1], 1) for t in 1..2\nobserved x | z[1] ~ Normal(z[1], 1)',
    'network f(a) = g(a) -> dense(2)\nnetwork g(b) = b -> dense(2)\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(f(g(z)), 1)',
    'network f(a) = a -> dense(2)\nnetwork g(b) = b -> dense(2)\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(f(g(f(z))), 1)',
    'network f(a) = a -> dense(2)\nobserved x | w ~ Normal(f(w), 1)\nlatent w | z ~ Normal(f(z), 1)\nlatent z ~ Normal(0, 1)^2',
    'network f(a) = a -> dense(2)\nobserved x | z[3] ~ Normal(f(f(z[3])), 1)\nlatent z[t] | z[t-1] ~ Normal(f(f(z[t-1])), 1) for t in 2..3\nlatent z[1] ~ Normal(0, 1)^2',
    'latent z[3] ~ Normal(0, 1)\nlatent z[1] | z[3] ~ Normal(z[3], 1)\nlatent z[2] | z[1] ~ Normal(z[1], 1)\nobserved x | z[2] ~ Normal(z[2], 1)',
  ],
);
