import { describe, expect, it } from 'vitest';
import { filter } from '../../../../src/engine/factors/gaussian/filter';
import type { LinearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { reduce } from '../../../../src/engine/factors/gaussian/reduction';
import { randomModel, wholeJoint } from './randomModel';

describe('the reduction of a model to some coordinates', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('is their joint Gaussian: random network %d', (seed) => {
    const made = randomModel(500 + seed, 9);
    const { mean, covariance } = wholeJoint(made);
    const n = made.owner.length;
    const coordinates = [n - 1, Math.floor(n / 2), seed % n];
    const reduced = reduce(made, coordinates);
    coordinates.forEach((i, o) => {
      expect(Math.abs(reduced.constant[o]! - mean[i]!)).toBeLessThan(1e-11 * Math.max(1, Math.abs(mean[i]!)));
      coordinates.forEach((j, p) => {
        const scale = Math.sqrt(covariance[i]![i]! * covariance[j]![j]!);
        expect(Math.abs(reduced.covariance[o * 3 + p]! - covariance[i]![j]!)).toBeLessThan(1e-11 * scale);
      });
    });
    expect(reduced.inputs.size).toBe(0);
  });

  it('is the forward pass without evidence', () => {
    const made = randomModel(77, 12);
    const { key, first, size } = made.nodes.at(-1)!;
    const forward = filter(made, new Map(), [key]);
    const backward = reduce(
      made,
      Array.from({ length: size }, (_, i) => first + i),
    );
    backward.covariance.forEach((value, at) => {
      expect(value / forward.covariance[at]!).toBeCloseTo(1, 9);
    });
  });

  it('is affine in the inputs', () => {
    const whole = randomModel(3, 8);
    // The first two nodes have values from elsewhere.
    const nodes = whole.nodes.map((node, i) => (i < 2 ? { ...node, conditional: null } : node));
    const open: LinearGaussian = { nodes, byKey: new Map(nodes.map((node) => [node.key, node])), owner: whole.owner };
    const last = whole.owner.length - 1;
    const { constant, inputs, covariance } = reduce(open, [last]);
    const values = new Map(nodes.slice(0, 2).map(({ key, size }) => [key, new Float64Array(size).fill(0.7)]));
    let mean = constant[0]!;
    for (const [key, weights] of inputs)
      mean += weights.reduce((sum, weight, i) => sum + weight * values.get(key)![i]!, 0);
    const { key, first } = whole.nodes.at(-1)!;
    const truth = filter(whole, values, [key]);
    const at = last - first;
    expect(mean).toBeCloseTo(truth.mean[at]!, 9);
    expect(covariance[0]! / truth.covariance[at * (whole.nodes.at(-1)!.size + 1)]!).toBeCloseTo(1, 9);
  });
});
