import { expect, it } from 'vitest';
import { laplace } from '../../../src/engine/families/laplace';
import { normal as normalFamily } from '../../../src/engine/families/normal';
import { componentDensity } from '../../../src/engine/queries/componentDensity';
import { normal } from './inquire';
import '../plain';

it('componentDensity is that of a mixture of families', () => {
  const components = [
    { family: normalFamily, parameters: [0, 1] },
    { family: laplace, parameters: [2, 0.5] },
    { family: normalFamily, parameters: [3, 2] },
    { family: normalFamily, parameters: [Number.NaN, 1] },
  ];
  const x = Float64Array.of(-1, 0, 2, 200);
  const found = componentDensity(components, Float64Array.of(0.5, 0.3, 0.2, 0), x);
  [-1, 0, 2].forEach((at, i) => {
    const density = 0.5 * normal(at, 0, 1) + 0.3 * Math.exp(-Math.abs(at - 2) / 0.5) + 0.2 * normal(at, 3, 2);
    expect(found[i]!).toBeCloseTo(Math.log(density), 6);
  });
  expect(found[3]!).toBeCloseTo(Math.log(0.3) - 198 / 0.5, 3);
});
