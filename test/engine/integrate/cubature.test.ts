import { expect, it } from 'vitest';
import { logNormalDensity } from '../../../src/engine/integrate/cubature';
import { logNormal } from '../queries/inquire';

it('logNormalDensity is that of independent standard normals', () => {
  const [a, b] = [Float64Array.of(0, 1, -40), Float64Array.of(0, 2, 0.5)];
  const both = logNormalDensity([a, b]);
  expect(logNormalDensity([a])[2]).toBeCloseTo(logNormal(-40, 0, 1), 10);
  a.forEach((x, i) => {
    expect(both[i]!).toBeCloseTo(logNormal(x, 0, 1) + logNormal(b[i]!, 0, 1), 10);
  });
});
