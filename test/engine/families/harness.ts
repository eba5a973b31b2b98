import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributions } from '../../../src/engine/families';
import type { UnivariateFamily } from '../../../src/engine/families/family';
import { gaussLegendre } from '../../../src/engine/math/gaussLegendre';
import { type FamilyName, families } from '../../../src/model/families';
import { type ReferenceCase, referenceOf } from './reference';

export interface Subject {
  readonly name: FamilyName;
  /** What the catalogue's name must stand for. */
  readonly family: UnivariateFamily;
  /** Valid parameters, in the catalogue's order, for the properties. */
  readonly parameters: fc.Arbitrary<readonly number[]>;
  readonly invalid: readonly (readonly number[])[];
  /** Points outside of the support. */
  readonly outside: (parameters: readonly number[]) => readonly number[];
  /** Finite ends of the support: a point that single precision rounds onto one of them is not compared. */
  readonly ends?: (parameters: readonly number[]) => readonly number[];
  /** Which reference cases apply as they stand; all of them unless given. */
  readonly applies?: (reference: ReferenceCase) => boolean;
  /** Whether small values of the distribution function are exact relative to themselves; true unless given. */
  readonly relativeTail?: boolean;
  /** The same of the numbers in the reference files. */
  readonly relativeReference?: boolean;
}

/** Numbers between two ends. */
export function between(low: number, high: number): fc.Arbitrary<number> {
  return fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true });
}

/** Seeded uniforms in (0, 1): the generator mulberry32. */
export function uniforms(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  });
}

/** The family by its name, which must be a univariate one. */
export function univariate(name: FamilyName): UnivariateFamily {
  const family = distributions[name];
  if (family.kind !== 'univariate') throw new Error(`${name} is multivariate`);
  return family;
}

/** Log densities at numbers. */
export function logDensities(name: FamilyName, x: readonly number[], parameters: readonly number[]): number[] {
  const family = univariate(name);
  return x.map((value) => family.logDensity(value, parameters));
}

/** All that every univariate family must do. That its log density is the reference's is in logDensity.test.ts. */
export function testUnivariate(subject: Subject): void {
  const { name } = subject;
  const cases = referenceOf(name).filter(subject.applies ?? (() => true));

  describe(`the log density of ${name}`, () => {
    test('is −Infinity outside of the support', () => {
      fc.assert(
        fc.property(subject.parameters, (parameters) => {
          const outside = subject.outside(parameters);
          if (outside.length === 0) return;
          expect(logDensities(name, outside, parameters)).toEqual(outside.map(() => -Infinity));
        }),
        { numRuns: 20, seed: 11 },
      );
    });
    test('agrees with the distribution function', () => {
      fc.assert(
        fc.property(subject.parameters, (parameters) => agreesWithCdf(name, parameters)),
        { numRuns: 10, seed: 12 },
      );
    });
  });

  describe(`${name}`, () => {
    test('is what the catalogue calls by its name', () => {
      expect(distributions[name]).toBe(subject.family);
    });
    if (cases.length > 0) {
      test.each(cases)('distribution function, mean and variance of $label', (reference) => {
        compareCdf(subject, reference);
      });
    }
    test('quantiles invert the distribution function, which is monotone', () => {
      fc.assert(
        fc.property(subject.parameters, (parameters) => checkQuantiles(subject, parameters)),
        { numRuns: 25, seed: 15 },
      );
    });
    test('draws follow the distribution function, mean and variance', () => {
      fc.assert(
        fc.property(subject.parameters, (parameters) => checkDraws(name, parameters)),
        { numRuns: 5, seed: 16 },
      );
    });
    test('invalid parameters give NaN', () => {
      const family = univariate(name);
      for (const p of subject.invalid) {
        expect([family.cdf(1, p), family.quantile(0.4, p), family.mean(p), family.variance(p)], `${p}`).toEqual([
          NaN,
          NaN,
          NaN,
          NaN,
        ]);
      }
    });
  });
}

function compareCdf(subject: Subject, reference: ReferenceCase): void {
  const family = univariate(subject.name);
  reference.x.forEach((x, i) => {
    const expected = reference.cdf[i]!;
    const value = family.cdf(x, reference.parameters);
    const exact = subject.relativeReference ?? subject.relativeTail ?? true;
    const relative = exact && expected > 1e-290;
    // Beside an end of the support x itself is rounded: one unit in its last place moves the value further than that.
    const slack = Math.abs(
      family.cdf(x * (1 + 4e-16), reference.parameters) - family.cdf(x * (1 - 4e-16), reference.parameters),
    );
    const tolerance = (relative ? 1e-10 * expected : 1e-13) + slack;
    expect(Math.abs(value - expected), `at ${x}: ${value} for ${expected}`).toBeLessThanOrEqual(tolerance);
  });
  for (const moment of ['mean', 'variance'] as const) {
    const expected = reference[moment];
    const value = family[moment](reference.parameters);
    if (expected === null) continue;
    if (!Number.isFinite(expected)) expect(value).toBe(expected);
    else expect(Math.abs(value - expected), moment).toBeLessThanOrEqual(1e-11 * Math.max(1e-3, Math.abs(expected)));
  }
}

const rule = gaussLegendre(16);

/** For a discrete family every partial sum of masses, else the integral between neighbouring quantiles. */
function agreesWithCdf(name: FamilyName, parameters: readonly number[]): void {
  const family = univariate(name);
  if (families[name].discrete) {
    const low = family.quantile(1e-6, parameters);
    const high = Math.min(family.quantile(1 - 1e-6, parameters), low + 400);
    const x = Array.from({ length: high - low + 1 }, (_, k) => low + k);
    const masses = logDensities(name, x, parameters).map(Math.exp);
    let total = family.cdf(low - 1, parameters);
    x.forEach((value, k) => {
      total += masses[k]!;
      expect(Math.abs(total - family.cdf(value, parameters)), `up to ${value}`).toBeLessThan(1e-9);
    });
    return;
  }
  const marks = [0.002, 0.01, 0.03, ...Array.from({ length: 19 }, (_, k) => 0.05 * (k + 1)), 0.97, 0.99, 0.998];
  const edges = marks.map((u) => family.quantile(u, parameters));
  for (let i = 0; i + 1 < edges.length; i++) {
    const integral = integrate(name, edges[i]!, edges[i + 1]!, parameters);
    const mass = marks[i + 1]! - marks[i]!;
    expect(Math.abs(integral / mass - 1), `between ${edges[i]} and ${edges[i + 1]}`).toBeLessThan(1e-8);
  }
}

/** ∫ of the density, over log |x| where the ends are far apart on one side of 0. */
function integrate(name: FamilyName, low: number, high: number, parameters: readonly number[]): number {
  const far = low * high > 0 && Math.abs(Math.log(high / low)) > 0.5;
  const [from, to] = far ? [Math.log(Math.abs(low)), Math.log(Math.abs(high))] : [low, high];
  const panels = far ? Math.ceil(Math.abs(to - from)) : 1;
  const half = (0.5 * (to - from)) / panels;
  const t = Array.from({ length: panels }, (_, panel) =>
    rule.nodes.map((node) => from + half * (2 * panel + 1 + node)),
  ).flat();
  const x = far ? t.map((value) => Math.sign(low) * Math.exp(value)) : t;
  const terms = logDensities(name, x, parameters).map((value, k) => value + (far ? t[k]! : 0));
  return Math.abs(terms.reduce((sum, value, k) => sum + half * rule.weights[k % 16]! * Math.exp(value), 0));
}

function checkQuantiles(subject: Subject, parameters: readonly number[]): void {
  const { name } = subject;
  const family = univariate(name);
  const marks = [1e-300, 1e-40, 1e-9, 0.001, 0.2, 0.5, 0.77, 0.999, 1 - 1e-9, 1 - 2 ** -53];
  const quantiles = marks.map((u) => family.quantile(u, parameters));
  const cdfs = quantiles.map((x) => family.cdf(x, parameters));
  for (let i = 0; i < marks.length; i++) {
    const [u, x, p] = [marks[i]!, quantiles[i]!, cdfs[i]!];
    if (i > 0) {
      expect(x, `quantile at ${u}`).toBeGreaterThanOrEqual(quantiles[i - 1]!);
      expect(p).toBeGreaterThanOrEqual(cdfs[i - 1]!);
    }
    if (families[name].discrete) {
      expect(p, `at ${x}, the quantile of ${u}`).toBeGreaterThanOrEqual(u);
      if (name !== 'Dirac') expect(family.cdf(x - 1, parameters)).toBeLessThan(u);
      continue;
    }
    // Closer to an end of the support, or of the line, than floats can tell.
    if (Math.abs(x) < 1e-300 || !Number.isFinite(x) || subject.ends?.(parameters).includes(x)) continue;
    // x itself is rounded: where the density is steep one unit in its last place moves the distribution function further.
    const slack = Math.abs(family.cdf(x * (1 + 4e-16), parameters) - family.cdf(x * (1 - 4e-16), parameters));
    const relative = (subject.relativeTail ?? true) ? u : 1;
    expect(Math.abs(p - u), `quantile ${x} of ${u}: ${p}`).toBeLessThanOrEqual(1e-11 * relative + slack);
  }
}

function checkDraws(name: FamilyName, parameters: readonly number[]): void {
  const family = univariate(name);
  const n = 2000;
  const draws = uniforms(0, n)
    .map((u) => family.quantile(u, parameters))
    .sort((a, b) => a - b);
  // Between draws the empirical distribution function is flat: its largest distance is at a jump.
  let distance = 0;
  draws.forEach((x, i) => {
    if (draws[i + 1] === x) return;
    const p = family.cdf(x, parameters);
    distance = Math.max(distance, Math.abs((i + 1) / n - p));
  });
  expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
  const [mean, variance] = [family.mean(parameters), family.variance(parameters)];
  if (!Number.isFinite(variance)) return;
  const average = draws.reduce((sum, x) => sum + x / n, 0);
  expect(Math.abs(average - mean)).toBeLessThanOrEqual(5 * Math.sqrt(variance / n) + 1e-12 * Math.abs(mean));
}
