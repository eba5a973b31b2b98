import type { Distribution, FamilyCall } from '../../../model/model';
import { Unanswerable } from '../../api/unanswerable';
import { checkCovariances, checkParameter } from '../../evaluate/laws/checkLaw';
import type { Element } from '../../plan/graph';
import { type Affine, gathered, spreadTo } from './affine';
import type { AffineLocal, AffineScope } from './affineScope';
import { evaluate, selectedRow } from './evaluate';
import type { Rows } from './rows';

/** p(element | its continuous parents) = Normal(constant + rows · parents, noise), flat. */
export interface Conditional {
  readonly constant: Float64Array;
  /** Over the coordinates of the continuous elements; null where it depends on none. */
  readonly rows: Rows | null;
  readonly noise: Noise;
}

/** The covariance about the mean: `covariance`, block × block and row-major, for every run of `block` coordinates; with block 1 a variance for each. */
export type Noise =
  | { readonly kind: 'independent'; readonly variance: Float64Array }
  | { readonly kind: 'blocks'; readonly block: number; readonly covariance: Float64Array };

/**
 * An element's distribution as a linear-Gaussian conditional: Normal, MultivariateNormal or Dirac, copies of them, or a table
 * that selects one of them by discrete values.
 * @returns null where it is something else, or where the mean is not affine or the spread not constant in the scope's free elements
 * @throws Unanswerable where a parameter is outside of its domain
 */
export function conditionalOf(element: Element, scope: AffineScope): Conditional | null {
  const made = gaussian(element.distribution, element.key, scope, { loops: element.loops, args: new Map() });
  return made === null ? null : { constant: made.mean.constant, rows: made.mean.rows, noise: made.noise };
}

interface Gaussian {
  readonly mean: Affine;
  readonly noise: Noise;
}

function gaussian(distribution: Distribution, who: string, scope: AffineScope, local: AffineLocal): Gaussian | null {
  switch (distribution.kind) {
    case 'family':
      return familyGaussian(distribution, who, scope, local);
    case 'copies': {
      const base = gaussian(distribution.base, who, scope, local);
      return base === null ? null : copies(base, distribution.count, distribution.type.shape);
    }
    case 'table': {
      const row = selectedRow(distribution, scope, local);
      if (row === null) return null;
      const chosen = row < 0 ? distribution.otherwise : distribution.rows[row]!.value;
      if (chosen === null)
        throw new Unanswerable('A case has no row for a value that occurs. Add the row, or an else.');
      return gaussian(chosen, who, scope, local);
    }
  }
}

function familyGaussian(call: FamilyCall, who: string, scope: AffineScope, local: AffineLocal): Gaussian | null {
  const { shape } = call.type;
  const value = (name: string) => evaluate(call.args[name]!, scope, local);
  switch (call.family) {
    case 'Normal': {
      const [mean, sd] = [value('mean'), value('sd')];
      if (mean === null || sd === null || sd.rows !== null) return null;
      checkMean(mean, who, 'mean');
      for (const each of sd.constant) checkParameter(who, 'sd', each, 'positive');
      const variance = spreadTo(sd, shape).constant.map((each) => each * each);
      return { mean: spreadTo(mean, shape), noise: { kind: 'independent', variance } };
    }
    case 'MultivariateNormal': {
      const [mean, covariance] = [value('mean'), value('covariance')];
      if (mean === null || covariance === null || covariance.rows !== null) return null;
      checkMean(mean, who, 'mean');
      for (const each of covariance.constant) checkParameter(who, 'covariance', each, 'covariance');
      const block = shape.at(-1)!;
      checkCovariances(covariance.constant, block, who);
      return {
        mean: spreadTo(mean, shape),
        noise: { kind: 'blocks', block, covariance: mirrored(covariance.constant, block) },
      };
    }
    case 'Dirac': {
      const mean = value('value');
      if (mean === null) return null;
      checkMean(mean, who, 'value');
      const spread = spreadTo(mean, shape);
      return { mean: spread, noise: { kind: 'independent', variance: new Float64Array(spread.constant.length) } };
    }
    default:
      return null;
  }
}

function checkMean({ constant, rows }: Affine, who: string, name: string): void {
  for (const each of constant) checkParameter(who, name, each, 'real');
  if (rows !== null) for (const each of rows.value) checkParameter(who, name, each, 'real');
}

/** The lower triangle on both sides of the diagonal: the engine's densities read that. */
function mirrored(matrix: Float64Array, n: number): Float64Array {
  return matrix.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return matrix[Math.max(i, j) * n + Math.min(i, j)]!;
  });
}

function copies({ mean, noise }: Gaussian, count: number, shape: readonly number[]): Gaussian {
  const size = mean.constant.length;
  const places = Int32Array.from({ length: count * size }, (_, i) => i % size);
  return {
    mean: gathered(mean, places, shape),
    noise:
      noise.kind === 'blocks'
        ? noise
        : { kind: 'independent', variance: Float64Array.from(places, (place) => noise.variance[place]!) },
  };
}

/** Whether an element is a function of its parents, and of no other noise. */
export function isNoiseless({ noise }: Conditional): boolean {
  return noise.kind === 'independent' && noise.variance.every((each) => each === 0);
}
