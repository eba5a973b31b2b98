import fc from 'fast-check';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'VonMises',
  parameters: fc.tuple(between(-4, 4), between(0, 30)),
  invalid: [
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [-3.2, 3.2, 40],
  ends: () => [-Math.PI, Math.PI],
  relativeTail: false,
  applies: ({ parameters }) => parameters[0] === 0,
});
