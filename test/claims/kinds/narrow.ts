import type { ClaimModel, Kind } from '../model';
import type { Random } from '../random';
import { rounded } from '../random';
import * as density from '../reference/densities';
import { crossings } from '../reference/integral';
import { type Continuous, normal, posterior, spreadOf } from '../reference/line';

/** A mean as a function of one latent number. */
interface Curve {
  readonly text: string;
  at(z: number): number;
}

/** x | z ~ Normal(f(z), sd): what is asked of all models of this kind. */
function narrowNormal(random: Random, shape: string, prior: Continuous, curve: Curve, sd: number): ClaimModel {
  const [low, high] = [Math.max(prior.low, -40), Math.min(prior.high, 40)];
  const given = (x: number) =>
    posterior(
      { ...prior, low, high },
      (z) => density.normal(x, curve.at(z), sd),
      crossings(curve.at, x, low, high, sd / 20),
    );
  const drawn = () => rounded(curve.at(random.normal() * 0.8) + sd * random.normal(), 5);
  const at = [drawn(), drawn(), drawn(), drawn()];
  const seen = drawn();
  const known = given(seen);
  return {
    shape,
    text: `latent z ~ ${prior.text}\nobserved x | z ~ Normal(${curve.text}, ${sd})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

function sine(random: Random): ClaimModel {
  const [a, k] = [random.between(0.5, 2, 2), random.between(1, 4, 2)];
  const curve = { text: `${a} * sin(${k} * z)`, at: (z: number) => a * Math.sin(k * z) };
  return narrowNormal(random, 'a sine', normal(0, 1, 12), curve, random.scale(2e-4, 2e-2));
}

function wave(random: Random): ClaimModel {
  const [a, k] = [random.between(0.2, 1, 2), random.between(1, 6, 2)];
  const curve = { text: `z + ${a} * cos(${k} * z)`, at: (z: number) => z + a * Math.cos(k * z) };
  return narrowNormal(random, 'a line with waves', normal(0, 1.5, 12), curve, random.scale(1e-3, 3e-2));
}

function product(random: Random): ClaimModel {
  const k = random.between(2, 5, 2);
  const curve = { text: `z * cos(${k} * z)`, at: (z: number) => z * Math.cos(k * z) };
  return narrowNormal(random, 'waves that grow', normal(0, 1.5, 12), curve, random.scale(5e-3, 5e-2));
}

function square(random: Random): ClaimModel {
  const c = random.between(-1, 1, 2);
  const curve = { text: `z^2 + ${c} * z`.replace('+ -', '- '), at: (z: number) => z * z + c * z };
  return narrowNormal(random, 'a parabola', normal(0.3, 1, 12), curve, random.scale(1e-4, 1e-2));
}

function exponential(random: Random): ClaimModel {
  const b = random.between(0.3, 1.2, 2);
  const curve = { text: `exp(${b} * z)`, at: (z: number) => Math.exp(b * z) };
  return narrowNormal(random, 'an exponential', normal(0, 1, 12), curve, random.scale(1e-5, 1e-3));
}

function step(random: Random): ClaimModel {
  const k = random.between(2, 8, 2);
  const curve = { text: `z + 3 * tanh(${k} * z)`, at: (z: number) => z + 3 * Math.tanh(k * z) };
  return narrowNormal(random, 'a step', normal(0, 1, 12), curve, random.scale(1e-3, 1e-2));
}

function cubic(random: Random): ClaimModel {
  const c = random.between(-2, 1, 2);
  const curve = { text: `z^3 + ${c} * z`.replace('+ -', '- '), at: (z: number) => z ** 3 + c * z };
  return narrowNormal(random, 'a cubic', normal(0, 1, 12), curve, random.scale(1e-4, 1e-2));
}

/** Two precise looks at one number through different functions. */
function twice(random: Random): ClaimModel {
  const [s, t] = [random.scale(1e-3, 1e-2), random.scale(1e-3, 1e-2)];
  const prior = normal(0, 1, 12);
  const z = random.normal();
  const [x, y] = [rounded(z * z + s * random.normal(), 5), rounded(Math.sin(z) + t * random.normal(), 5)];
  const known = posterior(prior, (u) => density.normal(x, u * u, s) + density.normal(y, Math.sin(u), t), [
    ...crossings((u) => u * u, x, -12, 12, s / 20),
    ...crossings(Math.sin, y, -12, 12, t / 20),
  ]);
  return {
    shape: 'two looks',
    text: `latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z^2, ${s})\nobserved y | z ~ Normal(sin(z), ${t})\n`,
    questions: [{ kind: 'posterior', of: 'z', given: { x, y }, logEvidence: known.log, spread: [spreadOf(known)] }],
  };
}

/** A sharp corner at the mean. */
function laplace(random: Random): ClaimModel {
  const b = random.scale(1e-4, 1e-2);
  const [prior, k] = [normal(0, 1, 12), random.between(1, 3, 2)];
  const f = (z: number) => z + 0.5 * Math.sin(k * z);
  const given = (x: number) => posterior(prior, (z) => density.laplace(x, f(z), b), crossings(f, x, -12, 12, b / 20));
  const at = random.list(4, () => rounded(f(random.normal()), 5));
  const seen = rounded(f(random.normal()), 5);
  const known = given(seen);
  return {
    shape: 'a corner',
    text: `latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace(z + 0.5 * sin(${k} * z), ${b})\n`,
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((x) => given(x).log) },
      { kind: 'posterior', of: 'z', given: { x: seen }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Conditionals much narrower than the prior. */
export const narrow: Kind = {
  name: 'narrow conditionals',
  summary: 'the noise of x is 50 to 100,000 times narrower than what its mean spreads over',
  rounding: 1e-9,
  shapes: [sine, wave, product, square, exponential, step, cubic, twice, laplace],
};
