import { type FamilyName, families } from '../../../model/families';
import type { Loops } from '../../../model/loops';
import type { Distribution, FamilyCall } from '../../../model/model';
import { Unanswerable } from '../../api/unanswerable';
import { distributions } from '../../families';
import type { MultivariateFamily, UnivariateFamily } from '../../families/family';
import { type Batch, constant } from '../../values/batch';
import { sizeOf } from '../../values/shape';
import { evaluate, rowsAt, type Scope } from '../expression';
import { type Coordinate, endsOf, type States, statesOfCoordinates } from './discreteStates';

/** A distribution with its parameters evaluated in double precision at all nodes. */
export type Law = FamilyLaw | VectorLaw | RowsLaw;

/** Independent coordinates, each of one family. */
export interface FamilyLaw {
  readonly kind: 'family';
  readonly name: FamilyName;
  readonly family: UnivariateFamily;
  /** In the catalogue's order. */
  readonly parameters: readonly Batch[];
  /** Numbers in a draw; coordinate j uses number j of each parameter, counted round and round. */
  readonly size: number;
  /** Numbers of a parameter that belong to one coordinate: the categories of a Categorical, or else 1. */
  readonly width: number;
  /** The parameters at each node, where they are few: likelihoods of long chains ask for them again and again. */
  readonly rows: readonly (readonly number[])[] | null;
}

/** Independent copies of a vector. */
export interface VectorLaw {
  readonly kind: 'vector';
  readonly name: FamilyName;
  readonly family: MultivariateFamily;
  /** In the catalogue's order. */
  readonly parameters: readonly Batch[];
  /** Numbers in a draw: copies × length. */
  readonly size: number;
  /** Numbers in one vector. */
  readonly length: number;
}

/** A law at each node by a table. */
export interface RowsLaw {
  readonly kind: 'rows';
  readonly rows: readonly Law[];
  /** The row that holds at each node. */
  readonly row: Int32Array;
  readonly size: number;
}

/**
 * Evaluates the parameters of a distribution.
 * @throws Unanswerable where a case has no row for a value that occurs
 */
export function lawOf(distribution: Distribution, scope: Scope, loops: Loops): Law {
  switch (distribution.kind) {
    case 'family':
      return familyLaw(distribution, scope, loops);
    case 'copies':
      return copies(lawOf(distribution.base, scope, loops), distribution.count);
    case 'table': {
      const subjects = distribution.subjects.map((subject) => evaluate(subject, scope, loops));
      const row = rowsAt(subjects, distribution.rows);
      const used = [...new Set(row)];
      const laws = used.map((each) => {
        const chosen = each < 0 ? distribution.otherwise : distribution.rows[each]!.value;
        if (chosen === null)
          throw new Unanswerable('A case has no row for a value that occurs. Add the row, or an else.');
        return lawOf(chosen, scope, loops);
      });
      if (laws.length === 1) return laws[0]!;
      return {
        kind: 'rows',
        rows: laws,
        row: row.map((each) => used.indexOf(each)),
        size: sizeOf(distribution.type.shape),
      };
    }
  }
}

function familyLaw(call: FamilyCall, scope: Scope, loops: Loops): Law {
  const family = distributions[call.family];
  const parameters = families[call.family].parameters.map(({ name, default: standard }) => {
    const arg = call.args[name];
    return arg === undefined ? constant(standard ?? Number.NaN) : evaluate(arg, scope, loops);
  });
  const size = sizeOf(call.type.shape);
  if (family.kind === 'multivariate') {
    return { kind: 'vector', name: call.family, family, parameters, size, length: call.type.shape.at(-1)! };
  }
  const width = call.family === 'Categorical' ? call.args.probabilities!.type.shape.at(-1)! : 1;
  return familyLawOf(
    call.family,
    parameters.map((parameter) => spreadOverAxes(parameter, size * width)),
    size,
    width,
  );
}

/**
 * A law of one family from its parameters.
 * @param parameters in the catalogue's order, for each coordinate `width` numbers, or as many for all
 * @param size numbers in a draw
 * @throws Error where the family is one of vectors
 */
export function familyLawOf(name: FamilyName, parameters: readonly Batch[], size = 1, width = 1): FamilyLaw {
  const family = distributions[name];
  if (family.kind !== 'univariate') throw new Error(`${name} is a family of vectors.`);
  const law: FamilyLaw = { kind: 'family', name, family, parameters, size, width, rows: null };
  const nodes = nodesOf(law);
  if (size * width > 1 || nodes > rowLimit) return law;
  return { ...law, rows: Array.from({ length: nodes }, (_, n) => parametersAt(law, n, 0)) };
}

const rowLimit = 4096;

/** A parameter with fewer axes than the draw goes along its first ones: each number of it stands for a row of coordinates. */
function spreadOverAxes(parameter: Batch, size: number): Batch {
  if (parameter.size === 1 || parameter.size >= size) return parameter;
  const times = size / parameter.size;
  const data = new Float64Array(parameter.nodes * size);
  for (let i = 0; i < data.length; i++) data[i] = parameter.data[Math.floor(i / times)]!;
  return { nodes: parameter.nodes, size, data };
}

function copies(law: Law, count: number): Law {
  const size = law.size * count;
  switch (law.kind) {
    case 'family':
      return { ...law, size, rows: null };
    case 'vector':
      return { ...law, size };
    case 'rows':
      return { ...law, rows: law.rows.map((row) => copies(row, count)), size };
  }
}

/** How many nodes the parameters are given at; 1 where they are the same at all. */
export function nodesOf(law: Law): number {
  if (law.kind === 'rows') return Math.max(law.row.length, ...law.rows.map(nodesOf));
  return law.parameters.reduce((most, { nodes }) => Math.max(most, nodes), 1);
}

/** The law that holds at a node. */
export function lawAt(law: Law, n: number): FamilyLaw | VectorLaw {
  return law.kind === 'rows' ? lawAt(law.rows[law.row[law.row.length === 1 ? 0 : n]!]!, n) : law;
}

/** The parameters of coordinate j at node n. */
export function parametersAt({ parameters, width, rows }: FamilyLaw, n: number, j: number): readonly number[] {
  if (rows !== null) return rows[rows.length === 1 ? 0 : n]!;
  if (width > 1) {
    const { nodes, size, data } = parameters[0]!;
    const start = (nodes === 1 ? 0 : n * size) + ((j * width) % size);
    return Array.from(data.subarray(start, start + width));
  }
  return parameters.map(({ nodes, size, data }) => data[(nodes === 1 ? 0 : n * size) + (j % size)]!);
}

/** The flattened parameters of a vector at node n. */
export function vectorParametersAt({ parameters }: VectorLaw, n: number): number[] {
  return parameters.flatMap(({ nodes, size, data }) => {
    const start = nodes === 1 ? 0 : n * size;
    return Array.from(data.subarray(start, start + size));
  });
}

/** Where the values of a discrete law of one number can lie at any node; everywhere where that is not known. */
export function supportOf(law: Law): readonly [low: number, high: number] {
  const only = law.size === 1 ? coordinate(law, 0) : null;
  return only === null ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : endsOf(only);
}

/** The values that a discrete law takes at any node; null where there are too many of them, or where it is continuous. */
export function statesOf(law: Law, reach = 0): States | null {
  if (isPoint(law)) return pointStates(law);
  const coordinates = Array.from({ length: law.size }, (_, j) => coordinate(law, j));
  const known = coordinates.filter((each) => each !== null);
  return known.length < coordinates.length ? null : statesOfCoordinates(known, reach);
}

function isPoint(law: Law): boolean {
  return law.kind === 'rows' ? law.rows.every(isPoint) : law.name === 'Dirac';
}

/** The values of a function of its parents: each whole vector that occurs, and no others that its coordinates could make. */
function pointStates(law: Law): States {
  const points = new Map<string, number[]>();
  const nodes = nodesOf(law);
  for (let n = 0; n < nodes; n++) {
    const point = Array.from({ length: law.size }, (_, j) => parametersAt(lawAt(law, n) as FamilyLaw, n, j)[0]!);
    points.set(point.join(), point);
  }
  const sorted = [...points.values()].sort((a, b) => {
    const j = a.findIndex((value, i) => value !== b[i]);
    return j < 0 ? 0 : a[j]! - b[j]!;
  });
  return { count: sorted.length, values: Float64Array.from(sorted.flat()), truncated: false };
}

function coordinate(law: Law, j: number): Coordinate | null {
  switch (law.kind) {
    case 'vector':
      return null;
    case 'rows': {
      const rows = law.rows.map((row) => coordinate(row, j));
      const known = rows.filter((row) => row !== null);
      return known.length < rows.length ? null : { kind: 'rows', rows: known };
    }
    case 'family':
      return {
        kind: 'family',
        name: law.name,
        family: law.family,
        nodes: nodesOf(law),
        at: (n) => parametersAt(law, n, j),
        categories: law.width,
      };
  }
}

/**
 * log p of one value at every node.
 * @param count of the nodes
 */
export function logLikelihood(law: Law, value: Float64Array, count: number): Float64Array {
  const result = new Float64Array(count);
  const nodes = nodesOf(law);
  for (let n = 0; n < nodes; n++) {
    const here = lawAt(law, n);
    if (here.kind === 'family' && here.size === 1)
      result[n] = here.family.logDensity(value[0]!, parametersAt(here, n, 0));
    else result[n] = logMassesAt(law, n, value)[0]!;
  }
  return nodes < count ? result.fill(result[0]!) : result;
}

/**
 * log p of a value at every node, of its own there.
 * @param count of the nodes
 */
export function logAtNodes(law: Law, { nodes, size, data }: Batch, count: number): Float64Array {
  if (nodes === 1) return logLikelihood(law, data, count);
  const own = nodesOf(law);
  if (own === 1) return logMassesAt(law, 0, data);
  const result = new Float64Array(count);
  for (let n = 0; n < count; n++) result[n] = logMassesAt(law, n, data.subarray(n * size, (n + 1) * size))[0]!;
  return result;
}

/**
 * log p of some values at one node; NaN where the parameters are outside of their domain.
 * @param values count × size of a draw
 */
export function logMassesAt(law: Law, n: number, values: Float64Array): Float64Array {
  const here = lawAt(law, n);
  const { size } = here;
  if (here.kind === 'family') {
    const { family } = here;
    const result = new Float64Array(values.length / size);
    for (let j = 0; j < size; j++) {
      const parameters = parametersAt(here, n, j);
      for (let s = 0; s < result.length; s++) result[s]! += family.logDensity(values[s * size + j]!, parameters);
    }
    return result;
  }
  const { family, length } = here;
  const vectors = family.logDensity(values, length, vectorParametersAt(here, n));
  const times = size / length;
  if (vectors === null) return new Float64Array(values.length / size).fill(Number.NaN);
  if (times === 1) return vectors;
  return Float64Array.from({ length: values.length / size }, (_, s) => {
    let log = 0;
    for (let copy = 0; copy < times; copy++) log += vectors[s * times + copy]!;
    return log;
  });
}

/**
 * p of some values at one node.
 * @param values count × size of a draw
 */
export function massesAt(law: Law, n: number, values: Float64Array): Float64Array {
  const here = lawAt(law, n);
  if (here.kind === 'vector' || here.family.mass === undefined) return logMassesAt(here, n, values).map(Math.exp);
  const { family, size } = here;
  const result = new Float64Array(values.length / size).fill(1);
  for (let j = 0; j < size; j++) {
    const parameters = parametersAt(here, n, j);
    for (let s = 0; s < result.length; s++) result[s]! *= family.mass!(values[s * size + j]!, parameters);
  }
  return result;
}
