import { describe, expect, it } from 'vitest';
import { missingMass } from '../../../../src/engine/views/picture/notices';
import { curveOf, final } from '../../ask';
import { bumps, requestFor, threeBumps } from '../../build';
import { ask } from '../../models';

describe('notices', () => {
  it('are none where the picture says it all', () => {
    expect(final(requestFor(bumps(threeBumps))).notices).toEqual([]);
  });

  it('say that an infinite support was cut off', () => {
    const { notices } = final(ask('latent n ~ Poisson(3)\nobserved x | n ~ Normal(n, 0.2)'));
    expect(notices).toEqual(['The values of n have no end: those with a probability below 1e-10 in all are left out.']);
  });

  it('say that single values are drawn as narrow peaks', () => {
    const { notices } = final(
      ask('latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Normal(0, 1), false: Dirac(0) }'),
    );
    expect(notices[0]).toContain('x takes single values with a probability of their own');
  });

  it('say that there is no WebGL', () => {
    expect(final(requestFor(bumps(threeBumps), { backend: 'webgl' })).notices[0]).toContain('WebGL');
  });
});

it('missing mass is a peak between two points', () => {
  const curve = curveOf(final(requestFor(bumps(threeBumps))));
  expect(missingMass(curve, 2000)).toBeNull();
  const half = { ...curve, density: curve.density.map((value) => value / 2) };
  expect(missingMass(half, 2000)).toContain('peaks narrower than the distance of its points');
  expect(missingMass(half, 10)).toBeNull();
});
