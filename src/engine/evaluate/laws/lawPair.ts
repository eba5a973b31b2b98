import { concat, reshape, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { Unanswerable } from '../../api/unanswerable';
import { distributions } from '../../families';
import { dirichletPair } from '../../families/dirichletPair';
import { broadcastBatch, commonBatch } from '../../values/batch';
import type { Law, MultivariateLaw, UnivariateLaw } from './law';
import { coordinateLaw } from './lawCoordinate';
import { multivariateReader } from './lawDraw';

/** Two coordinates of a draw, from 0, row-major, the smaller first. */
export type Pair = readonly [number, number];

/**
 * The joint law of two coordinates of a draw by themselves, its draws of shape [2].
 * @throws Unanswerable where they have no joint density, because one determines the other
 */
export function pairLaw(law: Law, pair: Pair): Law {
  switch (law.kind) {
    case 'univariate':
      return independentPair(law, pair);
    case 'multivariate':
      return multivariatePair(law, pair);
    case 'table':
      return { ...law, rows: law.rows.map((row) => pairLaw(row, pair)), shape: [2] };
  }
}

function independentPair(law: UnivariateLaw, pair: Pair): UnivariateLaw {
  const one = pair.map((j) => univariate(coordinateLaw(law, j)));
  const parameters = law.parameters.map((_, i) => {
    const both = one.map((each) => each.parameters[i]!);
    const batch = commonBatch(both);
    const column = (value: Tensor): Tensor => reshape(broadcastBatch(value, batch), [...batch, 1]);
    return concat(both.map(column), 2);
  });
  return { ...law, parameters, shape: [2] };
}

function univariate(law: Law): UnivariateLaw {
  if (law.kind !== 'univariate') throw new Error('A coordinate of a univariate family is univariate.');
  return law;
}

/** Node by node, in double precision. */
function multivariatePair(law: MultivariateLaw, [first, second]: Pair): MultivariateLaw {
  const length = law.shape.at(-1)!;
  const [i, j] = [first % length, second % length];
  const nodes = Math.max(...law.parameters.map((parameter) => parameter.shape[1] ?? 1));
  const read = multivariateReader(law);
  const rows = Array.from({ length: nodes }, (_, n) => read(n));
  const made = (size: number, of: (row: readonly number[]) => readonly number[], own: readonly number[]): Tensor => {
    const values = new Float32Array(nodes * size);
    rows.forEach((row, n) => {
      values.set(of(row), n * size);
    });
    return tensor(values, [1, nodes, ...own]);
  };
  if (law.name === 'MultivariateNormal') {
    const at = (a: number, b: number): number => length + a * length + b;
    const mean = made(2, (row) => [row[i]!, row[j]!], [2]);
    const places = [at(i, i), at(i, j), at(j, i), at(j, j)];
    const covariance = made(4, (row) => places.map((place) => row[place]!), [2, 2]);
    return { ...law, family: normalFamily(), parameters: [mean, covariance], shape: [2] };
  }
  if (length < 3) {
    throw new Unanswerable('Two shares that sum to 1 lie on a line, where they have no density over the plane.');
  }
  // Shares together are shares again: what is not in the pair is one.
  const concentration = made(3, (row) => [row[i]!, row[j]!, total(row) - row[i]! - row[j]!], [3]);
  return { ...law, family: dirichletPair, parameters: [concentration], shape: [2] };
}

function normalFamily(): MultivariateLaw['family'] {
  const family = distributions.MultivariateNormal;
  if (family.kind !== 'multivariate') throw new Error('MultivariateNormal is not multivariate.');
  return family;
}

function total(row: readonly number[]): number {
  return row.reduce((sum, value) => sum + value, 0);
}
