import type { Pair } from '../../evaluate/laws/marginalLaw';
import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import { sizeOf } from '../../values/shape';
import type { JointTable } from '../tables/jointTable';
import { bentNames } from './linear';
import { linearGaussian } from './linearGaussian';
import { type Reduction, reduce } from './reduction';
import { semidefiniteFactor } from './semidefinite';

/** Which of a target's ancestors need no value, because what is linear and Gaussian about them is integrated in closed form. */
export interface Split {
  /** Linear-Gaussian elements that still need a value: something else depends on them. Parents before children. */
  readonly drawn: readonly Element[];
  /** Linear-Gaussian elements that need none. */
  readonly hidden: readonly Element[];
  /** Whether the target itself is Gaussian given what has values. */
  readonly closed: boolean;
  /** Everything that the Gaussian elements depend on but for the discrete variables of the table, and these elements, parents first. */
  readonly elements: readonly Element[];
  /** Those of `elements` that are not Gaussian: what is, is affine in their values. */
  readonly inputs: ReadonlySet<string>;
  /** Those of `inputs` whose values shape the Gaussians otherwise: there is another Gaussian at every node. */
  readonly fixed: ReadonlySet<string>;
}

/**
 * Splits the ancestors of a target.
 * @param rest the ancestors that are not in `known`, parents before children
 * @param known discrete elements with a value in every joint state
 * @param close whether the target may be integrated in closed form too
 * @param given names of variables that get values by their own distributions, so that others are linear in the rest
 */
export function splitAncestors(
  { program }: Numbers,
  target: Element,
  rest: readonly Element[],
  known: ReadonlySet<string>,
  close: boolean,
  given: ReadonlySet<string> = new Set(),
): Split {
  const settled = new Set(known);
  const byKey = new Map(rest.map((element) => [element.key, element]));
  const isLinear = (element: Element) => {
    const bent = given.has(element.variable.name) ? null : bentNames(element, program);
    return (
      bent !== null &&
      [...bent].every((name) => given.has(name)) &&
      element.parents.every((key) => settled.has(key) || byKey.get(key)?.discrete === false)
    );
  };
  const gaussian = new Set<string>();
  for (const element of rest) {
    if (settled.has(element.key)) continue;
    if (!element.discrete) {
      if (isLinear(element)) gaussian.add(element.key);
    } else if (element.deterministic && element.parents.every((key) => settled.has(key))) {
      settled.add(element.key);
    }
  }
  const closed = close && isLinear(target);
  const valued = new Set<string>();
  for (const element of closed ? rest : [...rest, target]) {
    if (gaussian.has(element.key)) continue;
    for (const key of element.parents) if (gaussian.has(key)) valued.add(key);
  }
  // A function of elements that have values is computed from these.
  for (const { key, deterministic, parents } of rest) {
    const computed = deterministic && parents.every((each) => valued.has(each) || !gaussian.has(each));
    if (valued.has(key) && computed) gaussian.delete(key);
  }
  // What the means of Gaussian elements are made of: parents before children, so from the last to the first.
  const used = new Set<string>(closed ? target.parents : []);
  for (const { key, discrete, parents } of [...rest].reverse()) {
    if (gaussian.has(key) || (discrete && used.has(key))) for (const each of parents) used.add(each);
  }
  const inputs = new Set<string>();
  const elements = rest.filter(({ key, discrete }) => {
    if (gaussian.has(key)) return true;
    if (!used.has(key) || known.has(key)) return false;
    if (!discrete) inputs.add(key);
    return true;
  });
  const ofKind = (wanted: boolean) => rest.filter(({ key }) => gaussian.has(key) && valued.has(key) === wanted);
  return {
    drawn: ofKind(true),
    hidden: ofKind(false),
    closed,
    elements: closed ? [...elements, target] : elements,
    inputs,
    fixed: new Set(
      elements.filter(({ key, variable }) => inputs.has(key) && given.has(variable.name)).map(({ key }) => key),
    ),
  };
}

/** The variables that must have values for all elements to be linear, as far as values can make them so. */
export function namesToGive({ program }: Numbers, elements: readonly Element[]): Set<string> {
  return new Set(elements.flatMap((element) => [...(bentNames(element, program) ?? [])]));
}

/** What is drawn, and one coordinate, two or all of a target that is closed, in one joint state. */
export interface Conditioned {
  readonly reduction: Reduction;
  /** The lower triangular factor of its covariance. */
  readonly factor: Float64Array;
  /** How many coordinates there are in all; those of the drawn elements come first. */
  readonly count: number;
}

/** The Gaussians of a split, for each joint state of the discrete variables. */
export class Collapse {
  private readonly made = new Map<string, Conditioned>();
  /** Where the coordinates of each drawn element stand among those of all drawn ones. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Coordinates of the drawn elements. */
  readonly width: number;

  constructor(
    private readonly given: Numbers,
    readonly target: Element,
    private readonly table: JointTable,
    readonly split: Split,
  ) {
    const offsets = new Map<string, number>();
    let at = 0;
    for (const { key, variable } of split.drawn) {
      offsets.set(key, at);
      at += sizeOf(variable.type.shape);
    }
    this.offsets = offsets;
    this.width = at;
  }

  /**
   * @param coordinate of the target, or two of them in rising order; null for all of them; none where only the drawn elements are wanted
   * @throws Unanswerable where a parameter is outside of its domain
   */
  at(state: number, coordinate: number | Pair | null | 'none'): Conditioned {
    const name = `${state}|${coordinate}`;
    let conditioned = this.made.get(name);
    if (conditioned === undefined) {
      conditioned = this.atNode(state, coordinate, new Map());
      if (this.made.size >= keepLimit) this.made.clear();
      this.made.set(name, conditioned);
    }
    return conditioned;
  }

  hasWeight(state: number): boolean {
    return this.table.weights[state]! > 0;
  }

  /**
   * The same, where some elements have values that shape the Gaussians.
   * @param fixed those values
   */
  atNode(
    state: number,
    coordinate: number | Pair | null | 'none',
    fixed: ReadonlyMap<string, Float64Array>,
  ): Conditioned {
    const { elements, inputs, drawn } = this.split;
    const discrete = new Map(fixed);
    this.table.elements.forEach(({ key }, i) => {
      const values = this.table.values[i]!;
      const size = values.length / this.table.count;
      discrete.set(key, values.subarray(state * size, (state + 1) * size));
    });
    const model = linearGaussian(this.given, [...this.table.elements, ...elements], discrete, inputs);
    if (model === null) throw new Error(`${this.target.key} was taken for linear and Gaussian, and is not.`);
    const wanted: number[] = [];
    for (const { key } of coordinate === 'none' ? drawn : [...drawn, this.target]) {
      const { first, size } = model.byKey.get(key)!;
      const some = key === this.target.key ? coordinatesOf(coordinate) : null;
      for (let i = 0; i < size; i++) if (some === null || some.includes(i)) wanted.push(first + i);
    }
    const reduction = reduce(model, wanted);
    return { reduction, factor: semidefiniteFactor(reduction.covariance, wanted.length), count: wanted.length };
  }
}

function coordinatesOf(coordinate: number | Pair | null | 'none'): readonly number[] | null {
  if (typeof coordinate === 'number') return [coordinate];
  return coordinate === 'none' ? null : coordinate;
}

/** Joint states that are remembered at most. */
const keepLimit = 4096;
