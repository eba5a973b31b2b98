import { describe, expect, it } from 'vitest';
import { panelSide } from '../../../src/engine/views/cornerPair';
import { coordinate, cornerOf, cornersOf, pairOf } from './cornerOf';

const two = [coordinate('x', 1), coordinate('x', 2)];

describe('a pair of coordinates', () => {
  it('stands on the middles of cells that fill the ranges of both', () => {
    const picture = cornerOf('observed x ~ Normal([0, 10], [1, 3])', two);
    const { x, y, density } = pairOf(picture, 1, 0);
    expect([x.length, y.length, density.length]).toEqual([panelSide, panelSide, panelSide ** 2]);
    const [across, up] = picture.marginals.map(({ range }) => range);
    expect(x[0]! - (x[1]! - x[0]!) / 2).toBeCloseTo(across!.low, 9);
    expect(y.at(-1)! + (y[1]! - y[0]!) / 2).toBeCloseTo(up!.high, 9);
  });

  it('is integrated over a latent variable until it is known well enough', () => {
    const text = 'latent z ~ Uniform(0, 1)\nobserved x | z ~ Normal([4 * z, 4 * z * z], 0.4)';
    const answers = cornersOf(text, two).flatMap((answer) => (answer?.kind === 'corner' ? [answer] : []));
    expect(answers[0]!.pairs[0]!.known).toBe('samples');
    const pair = answers.at(-1)!.pairs[0]!;
    expect(pair.known).toBe('density');
    expect(pair.badge).toContain('quadrature');
    expect(pair.relativeError).toBeLessThan(5e-3);
    // ∫ Normal(x₁; 4z, 0.4) Normal(x₂; 4z², 0.4) dz by a fine sum.
    const [column, row] = [24, 20];
    const [x, y] = [pair.x[column]!, pair.y[row]!];
    let sum = 0;
    const steps = 4000;
    for (let i = 0; i < steps; i++) {
      const z = (i + 0.5) / steps;
      sum += Math.exp(-0.5 * (((x - 4 * z) / 0.4) ** 2 + ((y - 4 * z * z) / 0.4) ** 2));
    }
    const exact = sum / steps / (2 * Math.PI * 0.16);
    expect(pair.density[row * pair.x.length + column]! / exact).toBeCloseTo(1, 2);
  });

  it('of numbers that determine each other is drawn as wide as a cell', () => {
    const picture = cornerOf('latent z ~ Normal(0, 1)\nobserved x | z ~ Dirac([z, 2 * z])', two);
    const pair = pairOf(picture, 1, 0);
    expect(pair.correlation).toBeCloseTo(1, 6);
    expect([...pair.density].every(Number.isFinite)).toBe(true);
  });
});
