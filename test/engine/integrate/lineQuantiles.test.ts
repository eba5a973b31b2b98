import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { perPanel, panelRule as rule } from '../../../src/engine/integrate/legendre';
import { lineQuantiles, smearedLineQuantiles } from '../../../src/engine/integrate/lineQuantiles';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { normalQuantile } from '../../../src/engine/math/normalQuantile';
import { continuous, normal, posteriorOf } from '../queries/inquire';

/** Values and weights at the nodes of panels of one width over [−10, 10], for a standard normal s; of one state. */
function onLine(f: (s: number) => number, width = 0.25, share = 1) {
  const count = 20 / width;
  const places = Array.from({ length: count * perPanel }, (_, i) => {
    const low = -10 + width * Math.floor(i / perPanel);
    return low + 0.5 * width * (1 + rule.nodes[i % perPanel]!);
  });
  return {
    values: places.map(f),
    weights: places.map((s, i) => share * 0.5 * width * rule.weights[i % perPanel]! * normal(s, 0, 1)),
  };
}

const numbers = (values: readonly number[]) => Float64Array.from(values);

describe('quantiles on a line', () => {
  it.each<[string, (s: number) => number]>([
    ['s', (s) => s],
    ['exp s', Math.exp],
    ['-s³ - s', (s) => -(s ** 3) - s],
  ])('of %s have the digits of the nodes', (_, f) => {
    const { values, weights } = onLine(f);
    const made = lineQuantiles(numbers(values), numbers(weights));
    const falls = f(1) < f(0);
    quantileLevels.forEach((level, i) => {
      const exact = f(normalQuantile(falls ? 1 - level : level));
      expect(Math.abs(made[i]! - exact)).toBeLessThan(1e-10 * Math.max(1, Math.abs(exact)));
    });
  });

  it('of what goes up and down add up both branches', () => {
    // s² is chi-squared with one degree of freedom.
    const { values, weights } = onLine((s) => s * s);
    const made = lineQuantiles(numbers(values), numbers(weights));
    made.forEach((x, i) => {
      expect(2 * normalCdf(Math.sqrt(x)) - 1).toBeCloseTo(quantileLevels[i]!, 8);
    });
  });

  it('of several states are those of their mixture', () => {
    const [a, b] = [onLine((s) => s, 0.25, 0.3), onLine((s) => 4 + 0.5 * s, 0.25, 0.7)];
    const made = lineQuantiles(numbers([...a.values, ...b.values]), numbers([...a.weights, ...b.weights]));
    made.forEach((x, i) => {
      expect(0.3 * normalCdf(x) + 0.7 * normalCdf((x - 4) / 0.5)).toBeCloseTo(quantileLevels[i]!, 10);
    });
  });

  it.each([1e-9, 1e-3, 0.2, 3])(
    'of what is Normal about a straight line are those of the sum, with a spread of %d',
    (sd) => {
      // 0.7 s + sd · e.
      const { values, weights } = onLine((s) => 1 - 0.7 * s);
      const made = smearedLineQuantiles(numbers(values), Float64Array.of(sd), numbers(weights));
      made.forEach((x, i) => {
        expect(Math.abs(normalCdf((x - 1) / Math.hypot(0.7, sd)) - quantileLevels[i]!)).toBeLessThan(1e-10);
      });
    },
  );

  it('of two states with spreads of their own are those of their mixture', () => {
    const [one, two] = [onLine((s) => s, 0.25, 0.4), onLine(() => 3, 0.25, 0.6)];
    const made = smearedLineQuantiles(
      numbers([...one.values, ...two.values]),
      Float64Array.of(0.01, 0.5),
      numbers([...one.weights, ...two.weights]),
    );
    made.forEach((x, i) => {
      const below = 0.4 * normalCdf(x / Math.hypot(1, 0.01)) + 0.6 * normalCdf((x - 3) / 0.5);
      expect(below).toBeCloseTo(quantileLevels[i]!, 10);
    });
  });
});

it('a posterior on a line has the quantiles of its distribution function', () => {
  const text = 'latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)';
  const { quantiles } = continuous(posteriorOf(text, 'z', { x: 1.5 }));
  // e^(−|z|) φ(1.5 − z) is e² times a normal about 2.5 below 0, and e⁻¹ times one about 0.5 above.
  const mass = (z: number) => {
    const below = Math.exp(2) * normalCdf(Math.min(z, 0) - 2.5);
    return below + (z > 0 ? Math.exp(-1) * (normalCdf(z - 0.5) - normalCdf(-0.5)) : 0);
  };
  quantiles[0]!.forEach((z, i) => {
    expect(mass(z) / mass(60)).toBeCloseTo(quantileLevels[i]!, 8);
  });
});
