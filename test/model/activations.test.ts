import { tensor, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { activations as exact } from '../../src/engine/math/elementwise';
import { activations as engine } from '../../src/engine/tensor/activations';
import { analyse } from '../../src/language/analyse';
import { activationRanges } from '../../src/language/types/dense';
import { type ActivationName, activations } from '../../src/model/activations';
import '../engine/plain';

const names = Object.keys(activations) as ActivationName[];

/** Φ(a), as an integral from 0 by Simpson's rule: independent of the engine's error function. */
function normalCdf(a: number): number {
  const steps = 2000;
  const h = a / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    sum += Math.exp(-((i * h) ** 2) / 2) * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

/** The formulas of the table, in double precision. */
const references: Record<ActivationName, (a: number) => number> = {
  linear: (a) => a,
  tanh: (a) => (Math.exp(a) - Math.exp(-a)) / (Math.exp(a) + Math.exp(-a)),
  relu: (a) => Math.max(a, 0),
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  softplus: (a) => Math.log(1 + Math.exp(a)),
  elu: (a) => (a > 0 ? a : Math.exp(a) - 1),
  gelu: (a) => a * normalCdf(a),
  silu: (a) => a / (1 + Math.exp(-a)),
  exp: (a) => Math.exp(a),
};

it('are those of the language, and the engine knows no others', () => {
  expect(names).toEqual(['linear', 'tanh', 'relu', 'sigmoid', 'softplus', 'elu', 'gelu', 'silu', 'exp']);
  expect(Object.keys(engine).sort()).toEqual([...names].sort());
  expect(Object.keys(exact).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  it('has a formula and a sentence', () => {
    expect(activations[name].formula).toMatch(/^\S.*\S$|^a$/);
    expect(activations[name].doc).toMatch(/^[A-Z].*\.$/);
  });

  it('stands in a network without a complaint', () => {
    const network = `network f(z) = z -> dense(3, ${name}) -> dense(1)`;
    const { diagnostics, model } = analyse(`${network}\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)`);
    expect(diagnostics).toEqual([]);
    expect(model?.structure.networks).toHaveLength(1);
  });

  it('is computed by its formula, within its range', () => {
    const inputs = [-4.25, -1, -0.125, 0, 0.5, 2, 3.75];
    const { low, high } = activationRanges[name];
    const values = tidy(() => engine[name](tensor(inputs)).dataSync());
    inputs.forEach((input, i) => {
      const expected = references[name](input);
      expect(Math.abs(values[i]! - expected)).toBeLessThan(2e-6 * (1 + Math.abs(expected)));
      expect(Math.abs(exact[name](input) - expected)).toBeLessThan(1e-13 * (1 + Math.abs(expected)));
      expect(values[i]).toBeGreaterThanOrEqual(low);
      expect(values[i]).toBeLessThanOrEqual(high);
    });
  });
});
