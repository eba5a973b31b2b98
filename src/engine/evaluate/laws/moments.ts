import type { UnivariateFamily } from '../../families/family';
import { type FamilyLaw, type Law, lawAt, parametersAt, type VectorLaw, vectorParametersAt } from './law';

/** One univariate distribution with its parameters, in the catalogue's order. */
export interface Component {
  readonly family: UnivariateFamily;
  readonly parameters: readonly number[];
}

/** Fills in the mean of every coordinate at node n; NaN where there is none. */
export function meanAt(law: Law, n: number, into: Float64Array): void {
  const here = lawAt(law, n);
  if (here.kind === 'family') {
    for (let j = 0; j < here.size; j++) into[j] = here.family.mean(parametersAt(here, n, j));
    return;
  }
  const mean = here.family.mean(here.length, vectorParametersAt(here, n));
  for (let j = 0; j < here.size; j++) into[j] = mean[j % here.length]!;
}

/** Adds a multiple of the covariance at node n, size × size. */
export function addCovarianceAt(law: Law, n: number, factor: number, into: Float64Array): void {
  const here = lawAt(law, n);
  if (here.kind === 'family') addVariances(here, n, factor, into);
  else addBlocks(here, n, factor, into);
}

function addVariances(law: FamilyLaw, n: number, factor: number, into: Float64Array): void {
  for (let j = 0; j < law.size; j++) {
    into[j * law.size + j]! += factor * law.family.variance(parametersAt(law, n, j));
  }
}

function addBlocks(law: VectorLaw, n: number, factor: number, into: Float64Array): void {
  const { length, size } = law;
  const covariance = law.family.covariance(length, vectorParametersAt(law, n));
  for (let first = 0; first < size; first += length) {
    for (let j = 0; j < length; j++) {
      for (let k = 0; k < length; k++) into[(first + j) * size + first + k]! += factor * covariance[j * length + k]!;
    }
  }
}

/** The distribution of coordinate j by itself at node n. */
export function componentAt(law: Law, n: number, j: number): Component {
  const here = lawAt(law, n);
  if (here.kind === 'family') return { family: here.family, parameters: parametersAt(here, n, j) };
  return here.family.coordinate(j % here.length, here.length, vectorParametersAt(here, n));
}
