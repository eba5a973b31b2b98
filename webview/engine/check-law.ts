import { families, type ParameterDomain } from '../../src/model/families';
import { sizeOf } from './batch';
import type { Law } from './law';
import { reader } from './law-draw';
import { Unanswerable } from './unanswerable';

/**
 * Refuses parameters that are outside of their domain or that single precision cannot hold.
 * @param who the variable that follows the law, as written
 * @throws Unanswerable naming the variable, the parameter and its value
 */
export function checkLaw(law: Law, who: string): void {
  if (law.kind === 'table') {
    for (const row of law.rows) checkLaw(row, who);
    return;
  }
  const catalogue = families[law.name];
  law.parameters.forEach((parameter, i) => {
    const { name, domain } = catalogue.parameters[i]!;
    const data = parameter.dataSync();
    const accepted = accepts[domain];
    for (let at = 0; at < data.length; at++) {
      if (!accepted(data[at]!)) refuse(who, name, data[at]!, domain, (parameter.shape[1] ?? 1) > 1);
    }
    if (domain === 'simplex') checkSum(data, parameter.shape.at(-1)!, who);
    if (domain === 'covariance') checkCovariances(data, parameter.shape.at(-1)!, who);
  });
  const { order } = catalogue;
  if (order !== undefined && law.kind === 'univariate') {
    const read = reader(law);
    const [low, high] = [order.low, order.high].map((name) => catalogue.parameters.findIndex((p) => p.name === name));
    const nodes = Math.max(...law.parameters.map((parameter) => parameter.shape[1] ?? 1));
    for (let n = 0; n < nodes; n++) {
      for (let j = 0; j < sizeOf(law.shape); j++) {
        const values = read.at(n, j);
        const [a, b] = [values[low!]!, values[high!]!];
        if (order.relation === 'below' ? a < b : a <= b) continue;
        throw new Unanswerable(
          `The ${order.low} of ${who} is ${show(a)} and its ${order.high} is ${show(b)}; in single precision ${order.low} must be ${order.relation === 'below' ? 'below' : 'at most'} ${order.high}.`,
        );
      }
    }
  }
}

const accepts: Readonly<Record<ParameterDomain, (value: number) => boolean>> = {
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

function refuse(who: string, name: string, value: number, domain: ParameterDomain, varies: boolean): never {
  const where = varies ? ' for some values of its parents' : '';
  if (value === 0) {
    throw new Unanswerable(
      `The ${name} of ${who} is 0 in single precision${where}; it must be ${demands[domain]}. Use a larger value: the smallest that the preview can hold is about 1e-38.`,
    );
  }
  if (!Number.isFinite(value)) {
    const what = Number.isNaN(value) ? 'not a number' : 'infinite';
    throw new Unanswerable(
      `The ${name} of ${who} is ${what} in single precision${where}; it must be ${demands[domain]}. Keep its value, and what it is computed from, below 1e38.`,
    );
  }
  throw new Unanswerable(`The ${name} of ${who} is ${show(value)}${where}; it must be ${demands[domain]}.`);
}

function checkSum(data: ArrayLike<number>, count: number, who: string): void {
  for (let start = 0; start < data.length; start += count) {
    let total = 0;
    for (let k = 0; k < count; k++) total += data[start + k]!;
    if (Math.abs(total - 1) > 1e-3) {
      throw new Unanswerable(`The probabilities of ${who} sum to ${show(total)}; they must sum to 1.`);
    }
  }
}

/** Cholesky without keeping the factor: every pivot must be positive. */
function checkCovariances(data: ArrayLike<number>, n: number, who: string): void {
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
