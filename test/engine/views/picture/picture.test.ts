import { describe, expect, it } from 'vitest';
import { picture } from '../../../../src/engine/views/picture/picture';
import { final, first } from '../../ask';
import { bumps, requestFor, threeBumps } from '../../build';
import { ask, choice } from '../../models';

describe('a picture', () => {
  it('carries the observed values for a rug', () => {
    const request = requestFor(bumps(threeBumps));
    const { observed } = final({ ...request, data: new Map([['x', [Float64Array.of(0.5, 1.5)]]]) });
    expect(Array.from(observed.kind === 'curve' ? observed.data : [])).toEqual([0.5, 1.5]);
  });

  it('without samples has no histogram, and no shares', () => {
    const { observed, prior } = final(requestFor(bumps(threeBumps), { samples: 0 }));
    expect(observed).toMatchObject({ kind: 'curve', histogram: null });
    expect(prior).toMatchObject({ kind: 'bars', samples: null });
  });

  it('of a discrete variable says which share of the samples has each value', () => {
    const { observed } = final(ask('observed x ~ Categorical(a: 0.25, b: 0.75)', { samples: 8000 }));
    if (observed.kind !== 'bars') throw new Error('not bars');
    expect(observed.samples![0]).toBeCloseTo(0.25, 1);
    expect(observed.samples![0]! + observed.samples![1]!).toBeCloseTo(1, 12);
  });

  it('of a coordinate is its marginal', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal([0, 5 * k], [1, 1])';
    const { observed } = first(ask(text, { observed: choice('x', 2), points: 64 }));
    expect(observed.choice.label).toBe('x₂');
    expect(observed.kind).toBe('curve');
    expect(observed.kind === 'curve' && observed.components.items.length).toBe(2);
  });

  it('of two continuous latent variables is a heat map with some samples', () => {
    const text = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(sum(z), 1)';
    const { prior } = first(ask(text, { points: 64 }));
    if (prior?.kind !== 'plane') throw new Error('not a plane');
    expect(prior.samples.length).toBe(1000);
    expect(prior.density.length).toBe(prior.x.length * prior.y.length);
    expect(picture.length).toBe(5);
  });
});
