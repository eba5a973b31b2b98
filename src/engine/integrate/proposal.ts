import { cholesky } from '../math/cholesky';
import { logSumExp } from '../math/logSum';
import { logRootTwoPi } from '../math/normalCdf';
import { Column } from '../sampling/columns';
import { Sobol } from '../sampling/sobol';
import { type LogIntegrand, logNormalDensity } from './cubature';

/**
 * Where to draw the standard numbers behind the continuous elements: seven of eight draws from a Gaussian fitted to the posterior,
 * one of eight from the prior, so that no weight is larger than eight times what it would be there.
 */
export interface Proposal {
  readonly mean: Float64Array;
  /** Lower triangular, row-major: the Gaussian's draws are mean + root · standard normals. */
  readonly root: readonly number[];
  /** The share of a sample's draws that the weighted ones were worth when it was fitted. */
  readonly efficiency: number;
  /** The same of draws of the prior. */
  readonly ofPrior: number;
}

/** The share of draws that come from the prior. */
const defensive = 1 / 8;

/**
 * Draws by a proposal from standard normals, with log (prior / proposal) of each.
 * @param choice a uniform for every draw, which says where it comes from; a rule by position would pick from one part of a quasi-random sequence
 */
export function proposed(
  { mean, root }: Proposal,
  normals: readonly Float64Array[],
  choice: Float64Array,
): { readonly places: readonly Float64Array[]; readonly logWeights: Float64Array } {
  const dimensions = mean.length;
  const count = normals[0]!.length;
  const places = normals.map((column) => column.slice());
  const own = new Float64Array(dimensions);
  for (let n = 0; n < count; n++) {
    if (choice[n]! < defensive) continue;
    for (let j = 0; j < dimensions; j++) own[j] = normals[j]![n]!;
    for (let j = 0; j < dimensions; j++) {
      let value = mean[j]!;
      for (let k = 0; k <= j; k++) value += root[j * dimensions + k]! * own[k]!;
      places[j]![n] = value;
    }
  }
  const prior = logNormalDensity(places);
  const fitted = logGaussian(mean, root, places);
  const [often, rarely] = [Math.log(1 - defensive), Math.log(defensive)];
  const logWeights = prior.map((log, n) => log - logSumExp([often + fitted[n]!, rarely + log]));
  return { places, logWeights };
}

function logGaussian(mean: Float64Array, root: readonly number[], places: readonly Float64Array[]): Float64Array {
  const dimensions = mean.length;
  let constant = -dimensions * logRootTwoPi;
  for (let j = 0; j < dimensions; j++) constant -= Math.log(root[j * dimensions + j]!);
  const off = new Float64Array(dimensions);
  return places[0]!.map((_, n) => {
    let squares = 0;
    for (let j = 0; j < dimensions; j++) {
      let rest = places[j]![n]! - mean[j]!;
      for (let k = 0; k < j; k++) rest -= root[j * dimensions + k]! * off[k]!;
      off[j] = rest / root[j * dimensions + j]!;
      squares += off[j]! ** 2;
    }
    return constant - 0.5 * squares;
  });
}

/** Rounds of fitting, at most. */
const rounds = 24;
/** A proposal whose draws are worth this share of their number is good. */
const good = 0.4;

/**
 * Fits a proposal round by round: draws of the last one are weighted, their weights flattened by a power until enough draws share them, and
 * the moments of these make the next. It ends where no flattening is needed and the weights are even.
 * @param f the probability of the evidence
 * @returns null where none could be fitted
 */
export function* fitProposal(f: LogIntegrand, dimensions: number, seed: number): Generator<null, Proposal | null> {
  const draws = Math.max(2048, 2 ** Math.ceil(Math.log2(48 * dimensions)));
  const enough = Math.max(96, 8 * dimensions);
  let best: Proposal | null = null;
  let present: Proposal | null = null;
  let ofPrior = 0;
  for (let round = 0; round < rounds; round++) {
    const sequence = new Sobol(dimensions + 1, seed, 1000 + round);
    const columns = Array.from({ length: dimensions + 1 }, (_, j) => {
      const column = new Float64Array(draws);
      sequence.fill(j, 0, column);
      return Column.fromUniforms(column);
    });
    const normals = columns.slice(0, dimensions).map(({ normal }) => normal);
    const { places, logWeights }: ReturnType<typeof proposed> =
      present === null
        ? { places: normals, logWeights: new Float64Array(draws) }
        : proposed(present, normals, columns[dimensions]!.uniform);
    const rows = yield* f(places);
    const logs = logWeights.map((weight, n) => weight + logSumExp(rows.map((row) => row[n]!)));
    const whole = sharing(logs, 1);
    if (whole === null) return best;
    if (present === null) ofPrior = whole / draws;
    else {
      const efficiency = whole / draws;
      if (best === null || efficiency > best.efficiency) best = { ...present, efficiency, ofPrior };
      if (efficiency > good) return best;
    }
    const power = flattening(logs, enough);
    present = fitted(places, logs, power);
    if (present === null) return best;
    yield null;
  }
  return best;
}

/** How many draws share the weight exp(power · log), or null where all weights are 0. */
function sharing(logs: Float64Array, power: number): number | null {
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (top === Number.NEGATIVE_INFINITY) return null;
  let [sum, squares] = [0, 0];
  for (const log of logs) {
    const weight = Math.exp(power * (log - top));
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

/** The largest power up to 1 at which enough draws share the weight. */
function flattening(logs: Float64Array, enough: number): number {
  if (sharing(logs, 1)! >= enough) return 1;
  let [low, high] = [1e-12, 1];
  for (let i = 0; i < 50; i++) {
    const middle = Math.sqrt(low * high);
    if (sharing(logs, middle)! >= enough) low = middle;
    else high = middle;
  }
  return low;
}

function fitted(places: readonly Float64Array[], logs: Float64Array, power: number): Proposal | null {
  const dimensions = places.length;
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(power * (log - top)));
  const sum = weights.reduce((a, b) => a + b, 0);
  const mean = Float64Array.from(places, (place) => place.reduce((total, s, n) => total + weights[n]! * s, 0) / sum);
  // A little wider than what was found: weights then fall towards the tails.
  const width = 1 + 1 / Math.sqrt(dimensions);
  const covariance = new Array<number>(dimensions * dimensions).fill(0);
  for (let j = 0; j < dimensions; j++) {
    for (let k = 0; k <= j; k++) {
      let total = 0;
      for (let n = 0; n < weights.length; n++) {
        if (weights[n]! > 0) total += weights[n]! * (places[j]![n]! - mean[j]!) * (places[k]![n]! - mean[k]!);
      }
      covariance[j * dimensions + k] = (width * total) / sum;
      covariance[k * dimensions + j] = covariance[j * dimensions + k]!;
    }
  }
  const root = cholesky(covariance, dimensions);
  return root === null ? null : { mean, root, efficiency: 0, ofPrior: 0 };
}
