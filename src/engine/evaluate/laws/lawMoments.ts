import type { Law } from './law';
import { coordinateLaw } from './lawCoordinate';
import { multivariateReader } from './lawDraw';

/** Mean and covariance of a pair. */
export interface PairMoments {
  readonly mean: readonly [number, number];
  /** Variance of the first, covariance, variance of the second. */
  readonly covariance: readonly [number, number, number];
}

/**
 * Mean and covariance of a law over pairs, at each of `nodes` nodes, in double precision from the families' closed forms.
 *
 * @param law whose parameters do not depend on points; a draw of it has two numbers
 * @returns NaN or Infinity where a moment does not exist
 */
export function pairMoments(law: Law, nodes: number): readonly PairMoments[] {
  switch (law.kind) {
    case 'table': {
      const rows = law.rows.map((row) => pairMoments(row, nodes));
      return Array.from({ length: nodes }, (_, n) => rows[law.row[n % law.row.length]!]![n]!);
    }
    case 'multivariate': {
      if (law.shape.at(-1) !== 2) return independent(law, nodes);
      const read = multivariateReader(law);
      return Array.from({ length: nodes }, (_, n) => {
        const parameters = read(n);
        const [a, b, , c] = law.family.covariance(2, parameters);
        const [x, y] = law.family.mean(2, parameters);
        return { mean: [x!, y!], covariance: [a!, b!, c!] };
      });
    }
    case 'univariate':
      return independent(law, nodes);
  }
}

/** The two coordinates by themselves. */
function independent(law: Law, nodes: number): PairMoments[] {
  const [x, y] = [0, 1].map((j) => scalarMoments(coordinateLaw(law, j), nodes)) as [Scalar[], Scalar[]];
  return x.map((one, n) => ({ mean: [one.mean, y[n]!.mean], covariance: [one.variance, 0, y[n]!.variance] }));
}

interface Scalar {
  readonly mean: number;
  readonly variance: number;
}

function scalarMoments(law: Law, nodes: number): Scalar[] {
  if (law.kind !== 'univariate') throw new Error('A coordinate follows a family of numbers.');
  const columns = law.parameters.map((parameter) => parameter.dataSync());
  const { family } = law;
  return Array.from({ length: nodes }, (_, n) => {
    const parameters = columns.map((data) => data[n % data.length]!);
    return { mean: family.mean(parameters), variance: family.variance(parameters) };
  });
}
