import { describe, expect, it } from 'vitest';
import { initialWeights, layersOf } from '../../../src/engine/evaluate/weights';
import { curveOf, first } from '../ask';
import { ask, model } from '../models';

const mu = { network: 'mu', place: '0.0.0.0', layer: 0 };
const layer = { inputs: 4, units: 500, activation: 'tanh' } as const;

describe('initial weights', () => {
  it('depend on the place of the network, the layer and its sizes alone', () => {
    expect(initialWeights(mu, layer)).toEqual(initialWeights(mu, layer));
    expect(initialWeights(mu, layer)).not.toEqual(initialWeights({ ...mu, place: '0.0.1.0' }, layer));
    expect(initialWeights(mu, layer)).not.toEqual(initialWeights({ ...mu, layer: 1 }, layer));
  });

  it('have the spread that makes a unit’s input about as wide for any number of inputs', () => {
    const { kernel, bias } = initialWeights(mu, layer);
    const variance = kernel.reduce((sum, value) => sum + value * value, 0) / kernel.length;
    expect(Math.sqrt(variance * layer.inputs)).toBeCloseTo(2.5, 0);
    expect(Math.max(...bias.map(Math.abs))).toBeLessThanOrEqual(2.5);
    expect(Math.max(...bias)).toBeGreaterThan(1);
  });

  it('of a layer too large to hold are refused', () => {
    expect(() => initialWeights({ ...mu, layer: 1 }, { inputs: 4000, units: 4000, activation: 'tanh' })).toThrow(
      'Layer 2 of the network mu has 16,000,000 weights',
    );
  });

  it('stay when something else of the model changes', () => {
    const text = (sd: string) => `
network mu(z) = z -> dense(16, tanh) -> dense(1)
latent   z     ~ Normal(0, 1)
observed x | z ~ Normal(mu(z), ${sd})`;
    const views = [{ variable: 'x', coordinate: null, low: -4, high: 4 }];
    const [a, b] = ['0.5', '0.500001'].map((sd) => curveOf(first({ ...ask(text(sd), { points: 64 }), views })));
    a!.density.forEach((value, i) => {
      expect(b!.density[i]).toBeCloseTo(value, 4);
    });
  });

  it('bend: the network is far from the straight line through its ends', () => {
    const { structure } = model(
      'network mu(z) = z -> dense(16, tanh) -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), 1)',
    );
    const shapes = layersOf(structure.networks[0]!);
    expect([shapes.get(0), shapes.get(1)]).toEqual([
      { inputs: 1, units: 16, activation: 'tanh' },
      { inputs: 16, units: 1, activation: 'linear' },
    ]);
    const [one, two] = [0, 1].map((i) => initialWeights({ ...mu, layer: i }, shapes.get(i)!));
    const value = (z: number) =>
      one!.kernel.reduce((sum, w, i) => sum + two!.kernel[i]! * Math.tanh(w * z + one!.bias[i]!), two!.bias[0]!);
    const line = (z: number) => value(-2) + ((value(2) - value(-2)) * (z + 2)) / 4;
    const bend = Math.max(...[-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map((z) => Math.abs(value(z) - line(z))));
    expect(bend).toBeGreaterThan(0.3);
  });
});
