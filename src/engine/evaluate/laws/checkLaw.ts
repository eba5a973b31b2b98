import { families, type ParameterDomain } from '../../../model/families';
import { Unanswerable } from '../../api/unanswerable';
import type { Faults } from '../numbers';
import { type FamilyLaw, type Law, parametersAt } from './law';

/** How much of the probability of the nodes a fault may have. */
export interface Leniency {
  /** The probability of each node; null where all are alike. */
  readonly weights: Float64Array | null;
  /** The probability of all nodes of which these are a part; null where these are all. */
  readonly mass: number | null;
  /** The share of it at which parameters may be invalid: those nodes are then left out, and the user is told. */
  readonly share: number;
  /** Told of every node that is left out, before it is judged whether they are too many. */
  readonly leaveOut?: (node: number) => void;
}

export const strict: Leniency = { weights: null, mass: null, share: 0 };

/**
 * Refuses parameters that are outside of their domain.
 * @param who the variable that follows the law, as written
 * @throws Unanswerable naming the variable, the parameter and its value
 */
export function checkLaw(law: Law, who: string, faults: Faults, leniency: Leniency = strict): void {
  if (law.kind === 'rows') {
    law.rows.forEach((row, i) => {
      checkLaw(row, who, faults, whereRow(law.row, i, leniency));
    });
    return;
  }
  const catalogue = families[law.name];
  law.parameters.forEach(({ data, nodes }, i) => {
    const { name, domain } = catalogue.parameters[i]!;
    const accepted = accepts[domain];
    const own = data.length / nodes;
    const invalid = new Fault(nodes, leniency);
    const mayBeLimit = nodes > 1 && leniency.share > 0;
    for (let at = 0; at < data.length; at++) {
      const value = data[at]!;
      if (accepted(value) || (mayBeLimit && limits[domain]?.includes(value))) continue;
      invalid.at(Math.floor(at / own), value);
    }
    invalid.settle(faults, (value) => complaint(who, name, value, domain), nodes);
    const length = law.kind === 'vector' ? law.length : law.width;
    if (domain === 'simplex') checkSum(data, length, who, leniency, faults);
    if (domain === 'covariance') checkCovariances(data, length, who);
  });
  if (law.kind === 'family') checkOrder(law, who, faults, leniency);
}

/** Only the nodes at which a row of a table holds count. */
function whereRow(row: Int32Array, i: number, leniency: Leniency): Leniency {
  return {
    ...leniency,
    weights: Float64Array.from(row, (each, n) => (each === i ? (leniency.weights?.[n] ?? 1) : 0)),
  };
}

const ends = [0, Number.POSITIVE_INFINITY];
const infinite = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * Numbers that a parameter comes close to, but for the range of a double: at far nodes it may become one of them, and what the density
 * then is, is its limit.
 */
const limits: Readonly<Partial<Record<ParameterDomain, readonly number[]>>> = {
  positive: ends,
  'positive-vector': ends,
  nonnegative: infinite,
  'unit-above-zero': [0],
  'unit-open': [0, 1],
  real: infinite,
  vector: infinite,
};

function checkOrder(law: FamilyLaw, who: string, faults: Faults, leniency: Leniency): void {
  const { order, parameters } = families[law.name];
  if (order === undefined) return;
  const [low, high] = [order.low, order.high].map((name) => parameters.findIndex((each) => each.name === name));
  const nodes = law.parameters.reduce((count, parameter) => Math.max(count, parameter.nodes), 1);
  const invalid = new Fault(nodes, leniency);
  for (let n = 0; n < nodes; n++) {
    for (let j = 0; j < law.size; j++) {
      const values = parametersAt(law, n, j);
      const [a, b] = [values[low!]!, values[high!]!];
      if (order.relation === 'below' ? !(a < b) : !(a <= b)) invalid.at(n, a);
    }
  }
  const relation = order.relation === 'below' ? 'below' : 'at most';
  invalid.settle(
    faults,
    (value) => `The ${order.low} of ${who} is ${show(value)}; it must be ${relation} its ${order.high}.`,
    nodes,
  );
}

/** Adds up the probability of the nodes at which something is wrong. */
class Fault {
  private mass = 0;
  private last = -1;
  private value = 0;

  constructor(
    private readonly nodes: number,
    private readonly leniency: Leniency,
  ) {}

  at(node: number, value: number): void {
    if (node === this.last) return;
    const weight = this.nodes === 1 ? this.total() : (this.leniency.weights?.[node] ?? 1);
    if (weight > 0 && this.mass === 0) this.value = value;
    if (weight > 0 && this.nodes > 1) this.leniency.leaveOut?.(node);
    this.mass += weight;
    this.last = node;
  }

  private total(): number {
    const { mass, weights } = this.leniency;
    return mass ?? weights?.reduce((a, b) => a + b, 0) ?? this.nodes;
  }

  settle(faults: Faults, sentence: (value: number) => string, nodes: number): void {
    if (this.mass === 0) return;
    const share = this.mass / this.total();
    const text = sentence(this.value);
    if (nodes === 1 || share > this.leniency.share) throw new Unanswerable(text);
    if (share > unnoticed) faults.set(text, Math.max(share, faults.get(text) ?? 0));
  }
}

/** Less probability than this goes without saying. */
const unnoticed = 1e-6;

/**
 * Refuses a number outside of the domain of a parameter.
 * @throws Unanswerable naming the variable, the parameter and the value
 */
export function checkParameter(who: string, name: string, value: number, domain: ParameterDomain): void {
  if (!accepts[domain](value)) throw new Unanswerable(complaint(who, name, value, domain));
}

/** Whether one number of a parameter lies in its domain. */
export const accepts: Readonly<Record<ParameterDomain, (value: number) => boolean>> = {
  real: Number.isFinite,
  positive: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
  nonnegative: (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
  unit: (value) => value >= 0 && value <= 1,
  'unit-above-zero': (value) => value > 0 && value <= 1,
  'unit-open': (value) => value > 0 && value < 1,
  count: (value) => value >= 0 && Number.isInteger(value),
  integer: Number.isInteger,
  simplex: (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
  'positive-vector': (value) => value > 0 && value < Number.POSITIVE_INFINITY,
  vector: Number.isFinite,
  covariance: Number.isFinite,
  any: Number.isFinite,
};

const demands: Readonly<Record<ParameterDomain, string>> = {
  real: 'a finite number',
  positive: 'positive',
  nonnegative: '0 or more',
  unit: 'between 0 and 1',
  'unit-above-zero': 'above 0 and at most 1',
  'unit-open': 'between 0 and 1, both excluded',
  count: 'a whole number, 0 or more',
  integer: 'a whole number',
  simplex: 'made of numbers that are 0 or more',
  'positive-vector': 'made of positive numbers',
  vector: 'made of finite numbers',
  covariance: 'made of finite numbers',
  any: 'a finite number',
};

function complaint(who: string, name: string, value: number, domain: ParameterDomain): string {
  const is = Number.isNaN(value) ? 'not a number' : Number.isFinite(value) ? show(value) : 'infinite';
  return `The ${name} of ${who} is ${is}; it must be ${demands[domain]}.`;
}

function checkSum(data: ArrayLike<number>, count: number, who: string, leniency: Leniency, faults: Faults): void {
  const nodes = data.length / count;
  const invalid = new Fault(nodes, leniency);
  for (let n = 0; n < nodes; n++) {
    let total = 0;
    for (let k = 0; k < count; k++) total += data[n * count + k]!;
    if (Math.abs(total - 1) > 1e-3) invalid.at(n, total);
  }
  invalid.settle(faults, (total) => `The probabilities of ${who} sum to ${show(total)}; they must sum to 1.`, nodes);
}

/**
 * Cholesky without keeping the factor: every pivot must be positive.
 * @param data matrices of n × n, one after another
 * @throws Unanswerable naming the variable
 */
export function checkCovariances(data: ArrayLike<number>, n: number, who: string): void {
  for (let start = 0; start < data.length; start += n * n) {
    const l = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let rest = data[start + i * n + j]!;
        for (let k = 0; k < j; k++) rest -= l[i * n + k]! * l[j * n + k]!;
        if (i === j && !(rest > 0)) {
          throw new Unanswerable(
            `The covariance of ${who} is not positive definite. Make its diagonal larger, or its other entries smaller.`,
          );
        }
        l[i * n + j] = i === j ? Math.sqrt(rest) : rest / l[j * n + j]!;
      }
    }
  }
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
