import { describe, expect, it } from 'vitest';
import { Base } from '../../../src/engine/sampling/base';
import { sample } from '../../../src/engine/sampling/sampler';
import { model } from '../models';
import { given } from '../plain';

function samples(text: string, names: string[], seed = 0, block = 0, count = 4000) {
  const { numbers, graph } = given(model(text));
  return sample(
    numbers,
    graph,
    new Base(),
    names.map((name) => graph.element(name, null)),
    seed,
    block,
    count,
  );
}

const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;

describe('ancestral samples', () => {
  const text = 'latent z ~ Normal(1, 2)\nobserved x | z ~ Normal(3 * z, 0.5)';

  it('of a child go with those of its parent', () => {
    const [z, x] = samples(text, ['z', 'x']);
    const worst = Math.max(...z!.map((value, i) => Math.abs(x![i]! - 3 * value)));
    expect(worst).toBeGreaterThan(1);
    expect(worst).toBeLessThan(3);
    expect(mean(x!)).toBeCloseTo(3, 0);
  });

  it('may be asked for in any order, a parent after its child', () => {
    const [x, z] = samples(text, ['x', 'z']);
    const [z2, x2] = samples(text, ['z', 'x']);
    expect([x, z]).toEqual([x2, z2]);
  });

  it('are the same for a seed and a block, and others for others', () => {
    const one = samples(text, ['x'])[0]!;
    expect(samples(text, ['x'])[0]).toEqual(one);
    expect(samples(text, ['x'], 1)[0]).not.toEqual(one);
    expect(samples(text, ['x'], 0, 1)[0]).not.toEqual(one);
  });

  it('do not change when the model grows elsewhere', () => {
    const more = `latent w ~ Normal(0, 1)\n${text}\nobserved y | w ~ Normal(w, 1)`;
    expect(samples(more, ['x'])[0]).toEqual(samples(text, ['x'])[0]);
  });

  it('run along a chain', () => {
    const chain = `
latent   z[1]          ~ Normal(5, 0.1)
latent   z[t] | z[t-1] ~ Normal(z[t-1] - 1, 0.1) for t in 2..4
observed x | z[4]      ~ Normal(z[4], 0.1)`;
    expect(mean(samples(chain, ['x'])[0]!)).toBeCloseTo(2, 1);
  });
});
