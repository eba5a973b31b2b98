import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { activations } from '../../../src/engine/math/elementwise';
import { bulkLayers } from '../../../src/engine/tensor/bulkLayers';
import { type Batch, denseLayer } from '../../../src/engine/values/batch';
import type { ActivationName } from '../../../src/model/activations';
import { backends, useBackend } from '../backends';
import { numbers } from './reference';

describe.each(backends)('layers in bulk on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('are those in double precision but for rounding, and leave no tensor behind', () => {
    const layer = (inputs: number, units: number, activation: ActivationName, seed: number) => ({
      kernel: numbers(inputs * units, -1, 1, seed),
      bias: numbers(units, -1, 1, seed + 1),
      activation,
    });
    const layers = [layer(2, 7, 'tanh', 1), layer(7, 5, 'gelu', 3), layer(5, 3, 'softplus', 5)];
    const data = Float64Array.from(numbers(2 * 601, -3, 3, 9));
    const before = memory().numTensors;
    const made = bulkLayers(data, 601, layers);
    expect(memory().numTensors).toBe(before);
    const expected = layers.reduce<Batch>(
      (value, { kernel, bias, activation }) => denseLayer(value, kernel, bias, activations[activation]),
      { nodes: 601, size: 2, data },
    );
    expect(made.length).toBe(expected.data.length);
    made.forEach((value, i) => {
      expect(Math.abs(value - expected.data[i]!)).toBeLessThan(2e-6 * Math.max(1, Math.abs(value)));
    });
  });
});
