import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../src/engine/factors/tables/known';
import { closureOf } from '../../../src/engine/plan/parts';
import { partBelief } from '../../../src/engine/queries/partBelief';
import { inquire, logNormal, seen } from './inquire';

function found(text: string, target: string, values: Parameters<typeof seen>[0]) {
  const inquiry = inquire(text);
  const known = new Map(knownOf(inquiry.graph, seen(values)).map((each) => [each.element.key, each]));
  const element = inquiry.graph.byKey(target);
  const closure = closureOf(inquiry.graph, [element, ...Array.from(known.values(), (each) => each.element)]);
  return [...partBelief(inquiry, closure, known, element)].filter((step) => step !== null).at(-1)!;
}

describe('an element among its part and the others', () => {
  const text = `
latent a ~ Normal(0, 1)
latent b ~ Laplace(0, 1)
observed x | a ~ Normal(a, 1)
observed y | b ~ Bernoulli(sigmoid(b))`;

  it('takes the easiest way for its own, and the evidence of the others from theirs', () => {
    const { belief, others } = found(text, 'a', { x: 1, y: 1 });
    expect(belief.work.method).toBe('gaussian');
    expect(belief.log).toBeCloseTo(logNormal(1, 0, Math.SQRT2), 12);
    expect(others.map(({ work }) => work.method)).toEqual(['quadrature']);
    expect(others[0]!.logs[0]!).toBeCloseTo(Math.log(0.5), 6);
  });

  it('is certain where it is known', () => {
    const { belief, others } = found(text, 'x', { x: 1 });
    expect(belief.work.method).toBe('direct');
    expect(others).toHaveLength(1);
    const { distribution } = belief;
    if (distribution.kind !== 'spread') throw new Error(distribution.kind);
    expect([distribution.mean[0], distribution.covariance[0]]).toEqual([1, 0]);
    expect(distribution.logDensity(0, Float64Array.of(1, 2)).logs).toEqual(
      Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    );
  });

  it('below all evidence needs no nodes for itself', () => {
    const { belief } = found(`${text}\nobserved w | b ~ Gamma(2, exp(b))`, 'w', { y: 1 });
    expect(belief.work).toMatchObject({ method: 'quadrature', dimensions: 1 });
    const alone = found(`${text}\nobserved w | x ~ Gamma(2, exp(x))`, 'w', { x: 0 }).belief;
    expect(alone.work.method).toBe('direct');
    if (alone.distribution.kind !== 'spread') throw new Error(alone.distribution.kind);
    expect(alone.distribution.mean[0]!).toBeCloseTo(2, 6);
  });

  it('that is a function of others is followed at their nodes', () => {
    const { belief } = found(`${text}\nlatent w | b ~ Dirac(b^2)\nobserved v | w ~ Normal(w, 1)`, 'w', { y: 1 });
    if (belief.distribution.kind !== 'spread') throw new Error(belief.distribution.kind);
    // b² of a Laplace has mean 2, and y says nothing of it.
    expect(belief.distribution.mean[0]!).toBeCloseTo(2, 4);
  });
});
