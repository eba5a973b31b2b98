import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { previewModel } from '../../../src/engine/service/previewModel';
import { Session } from '../../../src/engine/service/session';
import { answers, curveOf, final, first } from '../ask';
import { bumps, requestFor, threeBumps } from '../build';
import { area, ask, choice } from '../models';

describe('three bumps', () => {
  it('sums three components to the marginal, exactly', () => {
    const preview = final(requestFor(bumps(threeBumps)));
    const curve = curveOf(preview);
    expect(preview.method).toMatchObject({ name: 'sum', exact: true, states: 3, nodes: 1, relativeError: 0 });
    expect(preview.method.badge).toBe('exact · sum over 3 states');
    const { items, kind, total, of } = curve.components;
    expect({ kind, total, of }).toEqual({ kind: 'categories', total: 3, of: 'z' });
    expect(items.map(({ label }) => label)).toEqual(['1', '2', '3']);
    expect(items.map(({ colour }) => colour)).toEqual([0, 1, 2]);
    for (let i = 0; i < curve.x.length; i++) {
      const sum = items.reduce((total, { density }) => total + density[i]!, 0);
      expect(sum).toBeCloseTo(curve.density[i]!, 12);
    }
  });

  it('answers at once and finally, and again with the same functions', () => {
    const session = new Session();
    const request = requestFor(bumps(threeBumps));
    expect(answers(request, session)).toMatchObject([{ kind: 'preview', final: true, reused: false }]);
    expect(answers(request, session)).toMatchObject([{ kind: 'preview', final: true, reused: true }]);
  });

  it('shows the prior as bars in the colours of the components', () => {
    const { prior } = final(requestFor(bumps(threeBumps)));
    if (prior?.kind !== 'bars') throw new Error('not bars');
    expect(prior.coloured).toBe(true);
    expect(Array.from(prior.values)).toEqual([1, 2, 3]);
    expect(prior.probability[0]).toBeCloseTo(0.3, 6);
  });

  it('integrates to the mass that the samples find in the range', () => {
    const curve = curveOf(final(requestFor(bumps(threeBumps), { samples: 16_000 })));
    expect(area(curve.x, curve.density)).toBeCloseTo(curve.massInside, 2);
  });

  it('draws a histogram that follows the marginal', () => {
    const { histogram, x, density } = curveOf(final(requestFor(bumps(threeBumps), { samples: 16_000 })));
    const { edges, density: bars } = histogram!;
    bars.forEach((height, bin) => {
      const middle = (edges[bin]! + edges[bin + 1]!) / 2;
      const nearest = x.reduce(
        (best, value, i) => (Math.abs(value - middle) < Math.abs(x[best]! - middle) ? i : best),
        0,
      );
      const error = Math.sqrt((density[nearest]! + 0.01) / (16_000 * (edges[1]! - edges[0]!)));
      expect(Math.abs(height - density[nearest]!)).toBeLessThan(5 * error + 0.01);
    });
  });

  it('moves the same samples when a mean moves', () => {
    const samples = (shift: number) => {
      const mean = [-2, 0.5, 3].map((value) => value + shift);
      const views = [{ variable: 'x', coordinate: null, low: -5 + shift, high: 6 + shift }];
      return curveOf(final({ ...requestFor(bumps({ ...threeBumps, mean })), views })).histogram!.density;
    };
    // A shift that single precision holds exactly, and the view with it: the picture is the same.
    expect(samples(1)).toEqual(samples(0));
  });
});

describe('any request', () => {
  const text = `
param mu = [-1, 1]
latent   z        ~ Laplace(0, 1)^3
latent   k        ~ Bernoulli(0.3)
observed x | z, k ~ Normal(sum(z) + 3 * k, 0.5)`;

  it('has the same numbers under the same seed, and others under another', () => {
    const [a, b, c] = [0, 0, 5].map((seed) => final(ask(text, { points: 32, seed })));
    expect(curveOf(a!)).toEqual(curveOf(b!));
    expect(curveOf(a!).histogram).not.toEqual(curveOf(c!).histogram);
  });

  it('gets a coarse answer first, and better ones after', () => {
    const all = answers(ask(text, { points: 32, draws: 256 }));
    expect(all.length).toBeGreaterThan(2);
    const errors = all.map((answer) => (answer.kind === 'preview' ? answer.method.relativeError : Number.NaN));
    expect(errors.at(-1)!).toBeLessThan(errors[0]!);
    expect(all.map((answer) => answer.kind === 'preview' && answer.final)).toEqual([
      ...all.slice(1).map(() => false),
      true,
    ]);
  });

  it('draws a hundred thousand samples in the background', () => {
    const all = answers(requestFor(bumps(threeBumps), { samples: 100_000 }));
    const counts = all.map((answer) => (answer.kind === 'preview' ? curveOf(answer).histogram!.samples : 0));
    expect(counts[0]).toBe(16_384);
    expect(counts.at(-1)).toBe(100_000);
  });

  it('looks at what is asked for, and at something else where that is gone', () => {
    const preview = first(ask(text, { observed: choice('gone'), latent: choice('k') }));
    expect(preview.observed.choice.variable).toBe('x');
    expect(preview.prior!.choice.variable).toBe('k');
    expect(preview.latentChoices.map(({ label }) => label)).toEqual(['z₁', 'z₂', 'z₃', 'k']);
  });

  it('shows the element of a chain beside the observation that hangs on it', () => {
    const chain = `
latent   z[1]          ~ Bernoulli(0.5)
latent   z[t] | z[t-1] ~ Bernoulli(0.2 + 0.6 * z[t-1]) for t in 2..9
observed x[t] | z[t]   ~ Normal(z[t], 0.3) for t in 1..9`;
    const { prior } = first(ask(chain, { observed: choice('x', null, 4) }));
    expect(prior!.choice).toMatchObject({ variable: 'z', index: 4 });
  });

  it('without an observed variable is refused with what to do', () => {
    const structure = { params: [], lets: [], networks: [], variables: [] };
    expect(answers(requestFor({ structure, numbers: [] }))).toMatchObject([
      { kind: 'refusal', reason: 'The model has no observed variable. Add one, such as: observed x ~ Normal(0, 1).' },
    ]);
  });
});

describe('memory', () => {
  const models = [
    text3(),
    `
latent   z     ~ Normal(0, 1)
observed x | z ~ Normal(sin(3 * z), 0.3)`,
    `
network f(z) = z -> dense(8, tanh) -> dense(2)
latent   z     ~ Normal(0, 1)^3
observed x | z ~ Normal(f(z), 0.3)`,
    `
latent   w     ~ Dirichlet([1, 2, 3])
latent   k | w ~ Categorical(w)
observed x | k ~ Normal(case k { 1: -1, 2: 0, 3: 2 }, 0.5)`,
  ];

  function text3() {
    return `
latent   z     ~ Categorical(a: 0.3, b: 0.7)
observed x | z ~ case z { a: Normal(0, 1), b: Laplace(3, 0.5) }`;
  }

  it('holds as many tensors after two hundred edits as after the first', () => {
    const session = new Session();
    const edit = (i: number) => {
      const request = ask(models[i % models.length]!, { points: 16, samples: 100, draws: 64 });
      const moved = {
        ...request,
        numbers: request.numbers.map((value, slot) => (slot < 2 ? value : value * (1 + i / 5000))),
      };
      // Every third one is abandoned on the way.
      let steps = 0;
      for (const answer of previewModel(session, i % 4 === 3 ? request : moved, 'cpu', () => 0)) {
        if (answer?.kind === 'refusal') throw new Error(answer.reason);
        if (i % 3 === 1 || steps++ > 1) break;
      }
    };
    for (let i = 0; i < models.length; i++) edit(i);
    const { numTensors } = memory();
    for (let i = 0; i < 200; i++) edit(i);
    expect(memory().numTensors).toBe(numTensors);
    expect(numTensors).toBe(0);
  });
});
