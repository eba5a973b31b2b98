import { describe, expect, it } from 'vitest';
import type { PreviewQuery } from '../../../src/engine/api/preview';
import { final } from '../ask';
import { ask, choice } from '../models';

/** P(X < the first place of the picture | z), while the reader looks at a distribution function. */
function below(text: string, values: readonly number[], query: Partial<PreviewQuery> = {}): number {
  const conditional = { kind: 'conditional', latent: { variable: 'z', index: null }, values } as const;
  const request = ask(text, { points: 129, samples: 200, asides: [{ kind: 'distribution' }, conditional], ...query });
  const answer = final(request).asides.at(-1)!;
  if (answer.kind !== 'conditional') throw new Error(answer.kind === 'none' ? answer.reason : answer.kind);
  expect(answer.below).not.toBeNull();
  return answer.below!;
}

const zoomed = (low: number, high: number) => ({ zoom: { x: { low, high }, y: null } });

describe('what p(x | z) holds left of the picture', () => {
  const two = 'latent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ Normal(case z { 1: 0, 2: 3 }, 1)';

  it.each([
    [1, -3, 0.0013],
    [1, -1.5, 0.0668],
    [1, 0, 0.5],
    [1, 1, 0.8413],
    [1, 6, 1],
    [2, 0, 0.0013],
    [2, 3.5, 0.6915],
  ])('is exact for z = %s from %s on', (z, low, wanted) => {
    expect(below(two, [z], zoomed(low, low + 2))).toBeCloseTo(wanted, 3);
  });

  it('is nothing where the picture holds all of it', () => {
    expect(below(two, [1])).toBe(0);
  });

  it('is known of a continuous z, and where others are integrated out', () => {
    expect(below('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', [1], zoomed(1, 2))).toBeCloseTo(0.5, 3);
    const sum = 'latent z ~ Normal(0, 2)\nlatent b ~ Normal(1, 0.5)\nobserved x | z, b ~ Normal(z + b, 1)';
    expect(below(sum, [1.5], zoomed(2.5, 4))).toBeCloseTo(0.5, 3);
    const mixed = 'latent z ~ Normal(0, 1)\nlatent k ~ Bernoulli(0.25)\nobserved x | z, k ~ Normal(z + 9 * k, 1)';
    expect(below(mixed, [0], zoomed(4, 12))).toBeCloseTo(0.75, 2);
  });

  it('is known far out in heavy tails', () => {
    const heavy = 'latent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ Cauchy(case z { 1: 0, 2: 3 }, 1)';
    expect(below(heavy, [1], zoomed(10, 30))).toBeCloseTo(0.5 + Math.atan(10) / Math.PI, 2);
    expect(below(heavy, [1], zoomed(-10, 30))).toBeCloseTo(0.5 - Math.atan(10) / Math.PI, 2);
  });

  it('is a sum of probabilities for counts, and that of one coordinate of a vector', () => {
    const counts = 'latent z ~ Bernoulli(0.3)\nobserved x | z ~ Poisson(case z { true: 2, false: 6 })';
    expect(below(counts, [1], zoomed(1.5, 4.5))).toBeCloseTo(3 * Math.exp(-2), 4);
    const pair = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([z, 2 * z], [0.5, 1])';
    expect(below(pair, [1], { ...zoomed(2, 3), observed: choice('x', 2) })).toBeCloseTo(0.5, 3);
  });
});
