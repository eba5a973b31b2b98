import type { FamilyName } from '../../../src/model/families';
import distributions from '../../reference/distributions.json';
import extremes from '../../reference/extremes.json';

/** One distribution of the reference files in this project's terms. */
export interface ReferenceCase {
  readonly label: string;
  /** In the catalogue's order; for Categorical the probabilities. */
  readonly parameters: readonly number[];
  readonly x: readonly number[];
  readonly logProb: readonly number[];
  readonly cdf: readonly number[];
  /** null where the reference gives none. */
  readonly mean: number | null;
  readonly variance: number | null;
}

type Written = number | string | null;
interface Entry {
  readonly name: string;
  readonly params: Readonly<Record<string, Written | readonly number[] | readonly (readonly number[])[]>>;
  readonly x: readonly (number | readonly number[])[];
  readonly logpdf?: readonly Written[];
  readonly logpmf?: readonly Written[];
  readonly cdf?: readonly Written[] | null;
  readonly mean: Written | readonly number[];
  readonly variance: Written | readonly number[];
}

const entries = [...distributions.distributions, ...extremes.distributions] as readonly Entry[];

/** A number as the files write it; infinities are strings. */
function number(written: unknown): number {
  return typeof written === 'string' ? Number(written) : (written as number);
}

/** The raw entries of a family. */
export function entriesOf(name: FamilyName): readonly Entry[] {
  return entries.filter((entry) => entry.name === name);
}

/** The cases of a univariate family. Categories count from 0 in the files and from 1 here. */
export function referenceOf(name: FamilyName): readonly ReferenceCase[] {
  const shift = name === 'Categorical' ? 1 : 0;
  return entriesOf(name).map((entry) => ({
    label: `${name} ${JSON.stringify(entry.params)}`,
    parameters: Object.values(entry.params).flat().map(number),
    x: entry.x.map((x) => number(x) + shift),
    logProb: (entry.logpdf ?? entry.logpmf ?? []).map(number),
    cdf: (entry.cdf ?? []).map(number),
    mean: entry.mean === null ? null : number(entry.mean) + shift,
    variance: entry.variance === null ? null : number(entry.variance),
  }));
}
