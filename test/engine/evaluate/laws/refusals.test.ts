import { describe, expect, it } from 'vitest';
import { answers, final } from '../../ask';
import { bumps, requestFor, threeBumps } from '../../build';
import { ask } from '../../models';

function refusal(request: Parameters<typeof answers>[0]): string {
  const [only, ...more] = answers(request);
  expect(more).toEqual([]);
  if (only?.kind !== 'refusal') throw new Error('Not refused.');
  return only.reason;
}

const withSd = (sd: number) => requestFor(bumps({ ...threeBumps, sd: [0.5, sd, 0.7] }));

describe('parameters that cannot be drawn', () => {
  it.each([
    [0, 'The sd of x is 0; it must be positive.'],
    [-0.5, 'The sd of x is -0.5; it must be positive.'],
    [Number.NaN, 'The sd of x is not a number; it must be positive.'],
    [Number.POSITIVE_INFINITY, 'The sd of x is infinite; it must be positive.'],
  ])('an sd of %d is refused, by name', (sd, sentence) => {
    expect(refusal(withSd(sd))).toContain(sentence);
  });

  it('an infinite mean is refused', () => {
    expect(refusal(requestFor(bumps({ ...threeBumps, mean: [0, Number.POSITIVE_INFINITY, 1] })))).toContain(
      'The mean of x is infinite',
    );
  });

  it('probabilities that do not sum to 1, or are negative, are refused', () => {
    expect(refusal(requestFor(bumps({ ...threeBumps, weight: [0.5, 0.5, 0.5] })))).toBe(
      'The probabilities of z sum to 1.5; they must sum to 1.',
    );
    expect(refusal(requestFor(bumps({ ...threeBumps, weight: [1.2, -0.2, 0] })))).toContain('is -0.2');
  });

  it('a range with its ends crossed is refused', () => {
    const request = ask('param a = 0\nobserved x ~ Uniform(a, 1)');
    expect(refusal({ ...request, numbers: [2, 1] })).toContain('The low of x is 2');
  });

  it('a covariance that is not positive definite is refused', () => {
    const request = ask('observed x ~ MultivariateNormal([0, 0], [[1, 0.5], [0.5, 1]])');
    const numbers = request.numbers.map((value) => (value === 0.5 ? 2 : value));
    expect(refusal({ ...request, numbers })).toContain('The covariance of x is not positive definite');
  });
});

describe('parameters that fail in the far tails only', () => {
  it('are left out in silence where nobody can see it', () => {
    // Below z = −7 there is no root.
    const preview = final(ask('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, sqrt(7 + z))', { points: 64 }));
    expect(preview.notices.filter((notice) => notice.startsWith('For up to'))).toEqual([]);
  });

  it('are left out with a notice where they have a small share', () => {
    const preview = final(ask('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(0, sqrt(3 + z))', { points: 64 }));
    expect(preview.notices.some((notice) => /^For up to 0\.\d+ % of the draws: The sd of x/.test(notice))).toBe(true);
  });

  it('are refused where they have a large share', () => {
    const request = ask('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(0, 2 + z)');
    expect(refusal(request)).toContain('it must be positive');
  });
});

it('zero weights are fine, and said', () => {
  const preview = final(requestFor(bumps({ ...threeBumps, weight: [0.4, 0, 0.6] })));
  expect(preview.notices).toEqual(['One component has zero weight and cannot be seen.']);
});
