import type { FamilyName } from '../../../model/families';
import { Unanswerable } from '../../api/unanswerable';
import { distributions } from '../../families';
import { dirichletPair } from '../../families/dirichletPair';
import type { MultivariateFamily, UnivariateFamily } from '../../families/family';
import type { Batch } from '../../values/batch';
import { type FamilyLaw, familyLawOf, type Law, nodesOf, type VectorLaw, vectorParametersAt } from './law';

/** Two coordinates of a draw, from 0, row-major, the smaller first. */
export type Pair = readonly [number, number];

/** The law of one coordinate of a draw by itself. `j` counts from 0, row-major. */
export function coordinateLaw(law: Law, j: number): Law {
  switch (law.kind) {
    case 'family':
      return coordinatesOf(law, [j]);
    case 'vector':
      return coordinateOfVector(law, j);
    case 'rows':
      return { ...law, rows: law.rows.map((row) => coordinateLaw(row, j)), size: 1 };
  }
}

/**
 * The joint law of two coordinates of a draw by themselves, its draws of two numbers.
 * @throws Unanswerable where they have no joint density, because one determines the other
 */
export function pairLaw(law: Law, pair: Pair): Law {
  switch (law.kind) {
    case 'family':
      return coordinatesOf(law, pair);
    case 'vector':
      return pairOfVector(law, pair);
    case 'rows':
      return { ...law, rows: law.rows.map((row) => pairLaw(row, pair)), size: 2 };
  }
}

/** Some coordinates of independent ones. */
function coordinatesOf(law: FamilyLaw, places: readonly number[]): FamilyLaw {
  const { width } = law;
  const cut = ({ nodes, size, data }: Batch): Batch => {
    const own = places.length * width;
    const values = new Float64Array(nodes * own);
    for (let n = 0; n < nodes; n++) {
      places.forEach((j, i) => {
        const from = n * size + ((j * width) % size);
        for (let k = 0; k < width; k++) values[n * own + i * width + k] = data[from + k]!;
      });
    }
    return { nodes, size: own, data: values };
  };
  return familyLawOf(
    law.name,
    law.parameters.map((parameter) => (parameter.size === width ? parameter : cut(parameter))),
    places.length,
    width,
  );
}

/** The marginals of a multivariate family, node by node. */
function coordinateOfVector(law: VectorLaw, j: number): FamilyLaw {
  const { length } = law;
  const nodes = nodesOf(law);
  const marginals = Array.from({ length: nodes }, (_, n) =>
    law.family.coordinate(j % length, length, vectorParametersAt(law, n)),
  );
  const { family, parameters } = marginals[0]!;
  return familyLawOf(
    nameOf(family),
    parameters.map((_, i) => ({ nodes, size: 1, data: Float64Array.from(marginals, (each) => each.parameters[i]!) })),
  );
}

function nameOf(family: UnivariateFamily): FamilyName {
  const entry = Object.entries(distributions).find(([, each]) => each === family);
  if (entry === undefined)
    throw new Error('The coordinate of a multivariate family follows no family of the catalogue.');
  return entry[0] as FamilyName;
}

function pairOfVector(law: VectorLaw, [first, second]: Pair): VectorLaw {
  const { length } = law;
  const [i, j] = [first % length, second % length];
  const nodes = nodesOf(law);
  const made = (size: number, of: (parameters: readonly number[]) => readonly number[]): Batch => {
    const data = new Float64Array(nodes * size);
    for (let n = 0; n < nodes; n++) data.set(of(vectorParametersAt(law, n)), n * size);
    return { nodes, size, data };
  };
  const pair = (family: MultivariateFamily, parameters: readonly Batch[]): VectorLaw => ({
    ...law,
    family,
    parameters,
    size: 2,
    length: 2,
  });
  if (law.name === 'MultivariateNormal') {
    const at = (a: number, b: number): number => length + a * length + b;
    const places = [at(i, i), at(i, j), at(j, i), at(j, j)];
    return pair(law.family, [
      made(2, (all) => [all[i]!, all[j]!]),
      made(4, (all) => places.map((place) => all[place]!)),
    ]);
  }
  if (length < 3) {
    throw new Unanswerable('Two shares that sum to 1 lie on a line, where they have no density over the plane.');
  }
  // Shares together are shares again: what is not in the pair is one.
  const rest = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) - all[i]! - all[j]!;
  return pair(dirichletPair, [made(3, (all) => [all[i]!, all[j]!, rest(all)])]);
}

/**
 * Replaces point masses among continuous laws by narrow bumps of the same mass: Normals of the given standard deviation, and pairs on a line
 * as wide as that across it.
 */
export function widened(law: Law, width: number): Law {
  switch (law.kind) {
    case 'family':
      if (law.name !== 'Dirac') return law;
      return familyLawOf('Normal', [law.parameters[0]!, { nodes: 1, size: 1, data: Float64Array.of(width) }], law.size);
    case 'vector':
      return law.name === 'MultivariateNormal' && law.size === 2 ? widenedPair(law, width) : law;
    case 'rows':
      return { ...law, rows: law.rows.map((row) => widened(row, width)) };
  }
}

/** A pair that determine each other: less of the second's variance is left given the first. */
const degenerate = 1e-12;

/** Such a law comes from an integral in closed form, for a model's own is checked. */
function widenedPair(law: VectorLaw, width: number): VectorLaw {
  const [mean, covariance] = law.parameters as [Batch, Batch];
  const data = covariance.data.slice();
  let changed = false;
  for (let at = 0; at < data.length; at += 4) {
    const [a, b, c] = [data[at]!, data[at + 1]!, data[at + 3]!];
    if (a * c - b * b > degenerate * a * c) continue;
    data[at] = a + width * width;
    data[at + 3] = c + width * width;
    changed = true;
  }
  return changed ? { ...law, parameters: [mean, { ...covariance, data }] } : law;
}
