import { children } from '../../src/model/children';
import { families } from '../../src/model/families';
import type { Distribution, DomainName, Expr, Structure } from '../../src/model/model';
import { both, domainLimits, type Limits, paramLimits } from './limits';
import type { Reading } from './reading';

/** One literal of the text, as an entry of a list. */
export interface Parameter {
  readonly slot: number;
  /** `1`, `1, 2`, the name of a distribution's parameter; '' for the only one of its group. */
  readonly label: string;
  readonly limits: Limits;
}

/** The literals of one statement. */
export interface ParameterGroup {
  /** The name that the statement defines. */
  readonly name: string;
  /** The domain of a param; null for the literals of a variable. */
  readonly domain: DomainName | null;
  readonly parameters: readonly Parameter[];
}

/** Every literal that a model can be moved by, grouped by the statement that it stands in: params first, then variables and networks. */
export function parametersOf(structure: Structure, numbers: readonly number[]): ParameterGroup[] {
  const reading: Reading = { structure, numbers, states: new Map(), loops: {} };
  const groups: ParameterGroup[] = structure.params.map((param) => {
    const limits = paramLimits(param, reading);
    const parameters = leaves(param.value).map(({ slot, path }) => ({
      slot,
      label: path.map((index) => index + 1).join(', '),
      limits,
    }));
    return { name: param.name, domain: param.domain, parameters };
  });
  for (const { name, value } of structure.lets)
    groups.push({ name, domain: null, parameters: literals(value, '', anything) });
  for (const { name, body } of structure.networks)
    groups.push({ name, domain: null, parameters: literals(body, '', anything) });
  for (const { name, definitions } of structure.variables) {
    const parameters = definitions.flatMap(({ distribution }) => ofDistribution(distribution));
    groups.push({ name, domain: null, parameters });
  }
  return groups.filter(({ parameters }) => parameters.length > 0);
}

const anything: Limits = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function ofDistribution(distribution: Distribution): Parameter[] {
  switch (distribution.kind) {
    case 'family': {
      const { parameters } = families[distribution.family];
      return parameters.flatMap(({ name, domain }) => {
        const arg = distribution.args[name];
        if (arg === undefined) return [];
        const whole = arg.op === 'number' || arg.op === 'vector';
        // What a number may be inside of an expression, the expression decides.
        const limits = whole ? elementLimits(domain) : anything;
        return literals(arg, name, limits);
      });
    }
    case 'copies':
      return ofDistribution(distribution.base);
    case 'table':
      return [
        ...distribution.subjects.flatMap((subject) => literals(subject, '', anything)),
        ...distribution.rows.flatMap(({ value }) => ofDistribution(value)),
        ...(distribution.otherwise === null ? [] : ofDistribution(distribution.otherwise)),
      ];
  }
}

function elementLimits(domain: Parameters<typeof domainLimits>[0]): Limits {
  if (domain === 'simplex') return { low: 0, high: 1 };
  if (domain === 'positive-vector') return both(domainLimits('positive'), anything);
  return domainLimits(domain);
}

/** All literals in an expression; those of a vector with their places. */
function literals(expr: Expr, name: string, limits: Limits): Parameter[] {
  if (expr.op === 'vector') {
    return leaves(expr).map(({ slot, path }) => ({
      slot,
      label: [name, path.map((index) => index + 1).join(', ')].filter((part) => part !== '').join(' '),
      limits,
    }));
  }
  if (expr.op === 'number') return [{ slot: expr.slot, label: name, limits }];
  return children(expr).flatMap((child) => literals(child, name, child.op === 'number' ? anything : limits));
}

/** The literals of nested vectors, each with its place from 0; of anything else, those that are in it. */
function leaves(expr: Expr, path: readonly number[] = []): { slot: number; path: readonly number[] }[] {
  if (expr.op === 'vector') return expr.items.flatMap((item, i) => leaves(item, [...path, i]));
  if (expr.op === 'number') return [{ slot: expr.slot, path }];
  return children(expr).flatMap((child) => leaves(child, path));
}
