import type { Loops } from '../../model/loops';
import type { Distribution, FamilyCall } from '../../model/model';
import type { Numbers } from '../evaluate/numbers';
import type { Affine } from '../factors/gaussian/affine';
import { AffineEvaluation } from '../factors/gaussian/affineEvaluation';
import { evaluate, selectedRow } from '../factors/gaussian/evaluate';
import type { KnownValues } from '../factors/tables/known';
import { distributions } from '../families';
import { gamma } from '../families/gamma';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import type { NodesPlan } from '../plan/planPart';
import { sizeOf } from '../values/shape';

/** One joint state of a part's discrete elements, given which its unknown numbers are independent Gammas. */
export interface ConjugateState {
  /** log of the probability of the state and of the evidence, the plan's `logScale` included. */
  readonly logWeight: number;
  /** Shape and rate of every unknown number given the state and the evidence, by key. */
  readonly of: ReadonlyMap<string, readonly [shape: number, rate: number]>;
  /** The index of the joint state in the plan's table. */
  readonly state: number;
}

/**
 * The rates of a part in closed form: unknown numbers with Gamma or Exponential priors, and known ones that are Poisson, Exponential or Gamma
 * with a multiple of one of these for their rate, in every joint state of the discrete elements. One number in one state is left to a line,
 * which has as many digits.
 * @param known all of them at one point
 * @returns null where something else is among them
 */
export function conjugateStates(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
): ConjugateState[] | null {
  const { table, inside, drawn } = plan;
  if (inside !== null || drawn > 0 || (table.count === 1 && plan.dimensions < 2)) return null;
  const states: ConjugateState[] = [];
  for (let state = 0; state < table.count; state++) {
    const weight = table.weights[state]!;
    if (!(weight > 0)) continue;
    const made = conjugateAt(given, part, plan, known, state);
    if (made === null) return null;
    states.push({ ...made, logWeight: Math.log(weight) + plan.logScale + made.logWeight, state });
  }
  return states;
}

/** An unknown rate: a Gamma before and after its evidence. */
interface Rate {
  readonly key: string;
  readonly prior: readonly [shape: number, rate: number];
  shape: number;
  rate: number;
}

function conjugateAt(
  given: Numbers,
  part: Part,
  { table, steps, late }: NodesPlan,
  known: KnownValues,
  state: number,
): Omit<ConjugateState, 'state'> | null {
  const scope = new AffineEvaluation(given);
  for (const { element, values } of known.values()) {
    scope.assignConstant(element.key, element.variable.type.shape, values);
  }
  table.elements.forEach((element, i) => {
    const { shape } = element.variable.type;
    const size = sizeOf(shape);
    scope.assignConstant(element.key, shape, table.values[i]!.slice(state * size, (state + 1) * size));
  });
  const inTable = new Set(table.elements);
  const present = new Set([...steps.map(({ element }) => element), ...late]);
  const rates: Rate[] = [];
  const likelihoods: ((values: readonly number[]) => number)[] = [];
  for (const element of part.elements) {
    if (!present.has(element) || inTable.has(element)) continue;
    const call = familyAt(element.distribution, scope, element.loops);
    if (call === null || sizeOf(element.variable.type.shape) !== 1) return null;
    const local = { loops: element.loops, args: new Map<string, Affine | null>() };
    const parameter = (name: string) => evaluate(call.args[name]!, scope, local);
    const value = known.get(element.key)?.values[0];
    const taken =
      value === undefined
        ? unknownRate(element, call, parameter, rates, scope)
        : seenRate(value, call, parameter, rates, likelihoods);
    if (!taken) return null;
  }
  const of = new Map(rates.map(({ key, shape, rate }) => [key, [shape, rate] as const]));
  // By Bayes' rule at one place for all: p(evidence) = prior · likelihood / posterior.
  const at = rates.map(({ shape, rate }) => shape / rate);
  let logWeight = likelihoods.reduce((sum, likelihood) => sum + likelihood(at), 0);
  rates.forEach(({ prior, shape, rate }, j) => {
    logWeight += gamma.logDensity(at[j]!, prior) - gamma.logDensity(at[j]!, [shape, rate]);
  });
  return { logWeight, of };
}

/** The family that holds in the scope's joint state; null where that is none of one number. */
function familyAt(distribution: Distribution, scope: AffineEvaluation, loops: Loops): FamilyCall | null {
  if (distribution.kind === 'family') return distribution;
  if (distribution.kind === 'copies') return null;
  const row = selectedRow(distribution, scope, { loops, args: new Map() });
  if (row === null) return null;
  const chosen = distribution.rows[row]?.value ?? distribution.otherwise;
  return chosen === null ? null : familyAt(chosen, scope, loops);
}

type Parameter = (name: string) => Affine | null;

const isPositive = (x: number | null): x is number => x !== null && x > 0 && x < Number.POSITIVE_INFINITY;

/** The number that a parameter is; null where it depends on an unknown one. */
function constantOf(value: Affine | null): number | null {
  return value === null || value.rows !== null ? null : value.constant[0]!;
}

/** @returns false where the prior is no Gamma */
function unknownRate(
  element: Element,
  { family }: FamilyCall,
  parameter: Parameter,
  rates: Rate[],
  scope: AffineEvaluation,
): boolean {
  if (family !== 'Gamma' && family !== 'Exponential') return false;
  const shape = family === 'Gamma' ? constantOf(parameter('shape')) : 1;
  const rate = constantOf(parameter('rate'));
  if (!isPositive(shape) || !isPositive(rate)) return false;
  scope.assignFree(element.key, element.variable.type.shape, rates.length, 1);
  rates.push({ key: element.key, prior: [shape, rate], shape, rate });
  return true;
}

/** @returns false where it is not conjugate to a Gamma */
function seenRate(
  value: number,
  { family: name }: FamilyCall,
  parameter: Parameter,
  rates: readonly Rate[],
  likelihoods: ((values: readonly number[]) => number)[],
): boolean {
  if (name !== 'Poisson' && name !== 'Exponential' && name !== 'Gamma') return false;
  const family = distributions[name];
  const shape = name === 'Gamma' ? constantOf(parameter('shape')) : 1;
  const rate = parameter('rate');
  if (family.kind !== 'univariate' || rate === null || !isPositive(shape)) return false;
  const parameters = (own: number) => (name === 'Gamma' ? [shape, own] : [own]);
  if (rate.rows === null) {
    const own = rate.constant[0]!;
    if (!isPositive(own)) return false;
    likelihoods.push(() => family.logDensity(value, parameters(own)));
    return true;
  }
  const { column, value: factors } = rate.rows;
  const factor = factors[0]!;
  if (column.length !== 1 || rate.constant[0] !== 0 || !isPositive(factor)) return false;
  const j = column[0]!;
  // What is impossible whatever the rate changes none.
  if (value >= 0) {
    rates[j]!.shape += name === 'Poisson' ? value : shape;
    rates[j]!.rate += name === 'Poisson' ? factor : factor * value;
  }
  likelihoods.push((values) => family.logDensity(value, parameters(factor * values[j]!)));
  return true;
}
