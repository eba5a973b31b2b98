import { expect, it } from 'vitest';
import { coordinatesApart } from '../../../../src/engine/evaluate/laws/coordinates';
import { model } from '../../models';
import { given } from '../../plain';

const normal = 'MultivariateNormal([1, 2], [[4, 1], [1, 9]])';

it.each<[string, number, number, boolean]>([
  ['Normal([1, 2, 3], 0.5)', 0, 2, true],
  [normal, 0, 1, false],
  [`${normal}^3`, 2, 3, false],
  [`${normal}^3`, 1, 2, true],
  ['Dirichlet([2, 3, 5])', 1, 2, false],
  ['Bernoulli(0.2)^4', 0, 3, true],
  [`case z { a: Normal([1, 2], 1), b: ${normal} }`, 0, 1, false],
  ['case z { a: Normal([1, 2], 1), else: Normal([3, 2], 1) }', 0, 1, true],
])('of %s the numbers %d and %d: %s', (distribution, i, j, apart) => {
  const { numbers } = given(
    model(
      `latent z ~ Categorical(a: 0.5, b: 0.5)\nobserved x | z ~ ${distribution}`.replace(
        distribution.includes('z {') ? '' : ' | z',
        '',
      ),
    ),
  );
  expect(coordinatesApart(numbers.program.variables.get('x')!.definitions[0]!.distribution, i, j)).toBe(apart);
});
