import { describe, expect, it } from 'vitest';
import { cubatureOf, integrandOf } from '../../../src/engine/integrate/integrand';
import { logNormal, normal, result, trapezoid } from '../queries/inquire';
import { plannedByNodes } from '../queries/plans';

const text = `
latent k ~ Bernoulli(0.25)
latent z | k ~ Normal(2 * k, 1)
observed x | z ~ StudentT(4, z, 0.5)`;

describe('the integrand of a part', () => {
  it('has a row for each joint state', () => {
    const { given, plan, known } = plannedByNodes(text, { x: 1 });
    const rows = result(integrandOf(given, plan, known, 1)([Float64Array.of(0, 1, 2)]));
    expect(rows).toHaveLength(2);
    // With k = 1 the place 0 stands for z = 2: as far from x as z = 0.
    expect(rows[1]![0]! - rows[0]![0]!).toBeCloseTo(Math.log(1 / 3), 5);
    expect(rows[0]![0]!).toBeCloseTo(rows[0]![2]!, 5);
  });

  it('adds up what differs between points', () => {
    const { given, plan, known } = plannedByNodes('latent z ~ Normal(0, 1)\nobserved x | z ~ Cauchy(z, 1)', {
      x: [0, 1],
    });
    const [row] = result(integrandOf(given, plan, known, 2)([Float64Array.of(0)]));
    expect(row![0]! + plan.logScale).toBeCloseTo(Math.log(1.5 / Math.PI), 5);
  });

  it('is the sum of many', () => {
    const many = 'latent k ~ DiscreteUniform(1, 100)\nlatent z | k ~ Normal(k, 1)\nobserved x | z ~ Cauchy(z, 1)';
    const { given, plan, known } = plannedByNodes(many, { x: 50 });
    const rows = result(integrandOf(given, plan, known, 1)([Float64Array.of(0)]));
    expect(rows).toHaveLength(1);
    let sum = 0;
    for (let k = 1; k <= 100; k++) sum += 0.01 / (Math.PI * (1 + (50 - k) ** 2));
    expect(rows[0]![0]! + plan.logScale).toBeCloseTo(Math.log(sum), 5);
  });

  it('is integrated over one dimension or two', () => {
    const one = plannedByNodes(text, { x: 1 });
    const line = result(cubatureOf(one.given, one.plan, one.known, 1));
    const student = (t: number) => (0.375 * (1 + t ** 2 / 4) ** -2.5) / 0.5;
    const f = (z: number) => (0.75 * normal(z, 0, 1) + 0.25 * normal(z, 2, 1)) * student((1 - z) / 0.5);
    expect(line.log + one.plan.logScale).toBeCloseTo(Math.log(trapezoid(f, -10, 12, 20000)), 6);
    const two = plannedByNodes('latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z[1] - z[2]^1, 0.5)', { x: 1 });
    const plane = result(cubatureOf(two.given, two.plan, two.known, 1));
    expect(plane.places).toHaveLength(2);
    expect(plane.log + two.plan.logScale).toBeCloseTo(logNormal(1, 0, 1.5), 6);
  });
});
