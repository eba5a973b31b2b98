import { children } from '../../src/model/children';
import { families } from '../../src/model/families';
import type { Distribution, DomainName, Expr, Structure } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';
import type { Bond } from './bonds';
import { both, domainLimits, type Limits, paramLimits } from './limits';
import type { Reading } from './reading';

/** One literal of the text, as an entry of a list. */
export interface Parameter {
  readonly slot: number;
  /** `1`, `1, 2`, the name of a distribution's parameter; '' for the only one of its group. */
  readonly label: string;
  readonly limits: Limits;
  /** What it must keep to with others; null for a number by itself. */
  readonly bond: Bond | null;
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
    const found = leaves(param.value);
    const bonds = bondsOf(param.domain, found);
    const parameters = found.map(({ slot, path }) => ({
      slot,
      label: path.map((index) => index + 1).join(', '),
      limits,
      bond: bonds.get(slot) ?? null,
    }));
    return { name: param.name, domain: param.domain, parameters };
  });
  for (const { name, value } of structure.lets)
    groups.push({ name, domain: null, parameters: literals(value, '', anything, structure) });
  for (const { name, body } of structure.networks)
    groups.push({ name, domain: null, parameters: literals(body, '', anything, structure) });
  for (const variable of structure.variables) {
    const { name, definitions } = variable;
    const { type } = variable;
    const parameters = definitions.flatMap(({ distribution }) => ofDistribution(distribution, { structure, type }));
    groups.push({ name, domain: null, parameters });
  }
  return groups.filter(({ parameters }) => parameters.length > 0);
}

const anything: Limits = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** What the literals of a distribution are named by. */
interface Naming {
  readonly structure: Structure;
  /** Of the variable that is distributed so. */
  readonly type: ValueType;
}

function ofDistribution(distribution: Distribution, naming: Naming): Parameter[] {
  switch (distribution.kind) {
    case 'family': {
      const { parameters } = families[distribution.family];
      return parameters.flatMap(({ name, domain }) => {
        const arg = distribution.args[name];
        if (arg === undefined) return [];
        const whole = arg.op === 'number' || arg.op === 'vector';
        // What a number may be inside of an expression, the expression decides.
        const limits = whole ? elementLimits(domain) : anything;
        if (distribution.family !== 'Categorical' || arg.op !== 'vector')
          return bonded(literals(arg, name, limits, naming.structure), arg, domain);
        return bonded(literals(arg, '', limits, naming.structure), arg, domain).map((each, i) => ({
          ...each,
          label: naming.type.labels?.[i] ?? each.label,
        }));
      });
    }
    case 'copies':
      return ofDistribution(distribution.base, naming);
    case 'table':
      return [
        ...distribution.subjects.flatMap((subject) => literals(subject, '', anything, naming.structure)),
        ...distribution.rows.flatMap(({ when, value }) =>
          ofDistribution(value, naming).map((each) =>
            inRow(each, rowName(distribution.subjects, when, naming.structure)),
          ),
        ),
        ...(distribution.otherwise === null
          ? []
          : ofDistribution(distribution.otherwise, naming).map((each) => inRow(each, 'else'))),
      ];
  }
}

/** A literal of a row of a table: the row's value leads. */
function inRow(parameter: Parameter, row: string): Parameter {
  return { ...parameter, label: [row, parameter.label].filter((part) => part !== '').join(' → ') };
}

/** The values that a row of a table is for, by their names where they have any. */
function rowName(subjects: readonly Expr[], when: readonly number[], structure: Structure): string {
  return when
    .map((code, i) => {
      const subject = subjects[i];
      const name = subject?.op === 'variable' ? subject.name : null;
      const type = structure.variables.find((variable) => variable.name === name)?.type;
      if (type?.kind === 'boolean') return code === 1 ? 'true' : 'false';
      return type?.labels?.[code - 1] ?? String(code);
    })
    .join(', ');
}

/** The literals of one argument, with what they must keep to together. */
function bonded(parameters: Parameter[], arg: Expr, domain: string): Parameter[] {
  const bonds = arg.op === 'vector' ? bondsOf(domain, leaves(arg)) : new Map<number, Bond>();
  return parameters.map((each) => ({ ...each, bond: bonds.get(each.slot) ?? null }));
}

/** By slot, the numbers of a vector of a domain that hold one another in check; each innermost vector by itself, but a matrix as a whole. */
function bondsOf(domain: string, found: readonly { slot: number; path: readonly number[] }[]): Map<number, Bond> {
  const bonds = new Map<number, Bond>();
  if (domain !== 'simplex' && domain !== 'ordered' && domain !== 'covariance') return bonds;
  const inner = domain === 'covariance' ? 2 : 1;
  const vectors = new Map<string, number[]>();
  for (const { slot, path } of found) {
    const key = path.slice(0, -inner).join();
    vectors.set(key, [...(vectors.get(key) ?? []), slot]);
  }
  for (const slots of vectors.values()) {
    // A literal that stands for several numbers is not moved by one of them.
    const whole = slots.length > 1 && new Set(slots).size === slots.length;
    if (whole && (domain !== 'covariance' || Number.isInteger(Math.sqrt(slots.length))))
      for (const slot of slots) bonds.set(slot, { kind: domain, slots });
  }
  return bonds;
}

function elementLimits(domain: Parameters<typeof domainLimits>[0]): Limits {
  if (domain === 'simplex') return { low: 0, high: 1 };
  if (domain === 'positive-vector') return both(domainLimits('positive'), anything);
  return domainLimits(domain);
}

/** All literals in an expression; those of a vector with their places. */
function literals(expr: Expr, name: string, limits: Limits, structure: Structure): Parameter[] {
  if (expr.op === 'table') {
    return [
      ...expr.rows.flatMap(({ when, value }) =>
        literals(value, name, limits, structure).map((each) => inRow(each, rowName(expr.subjects, when, structure))),
      ),
      ...(expr.otherwise === null
        ? []
        : literals(expr.otherwise, name, limits, structure).map((each) => inRow(each, 'else'))),
    ];
  }
  if (expr.op === 'vector') {
    return leaves(expr).map(({ slot, path }) => ({
      slot,
      label: [name, path.map((index) => index + 1).join(', ')].filter((part) => part !== '').join(' '),
      limits,
      bond: null,
    }));
  }
  if (expr.op === 'number') return [{ slot: expr.slot, label: name, limits, bond: null }];
  return children(expr).flatMap((child) => literals(child, name, child.op === 'number' ? anything : limits, structure));
}

/** The literals of nested vectors, each with its place from 0; of anything else, those that are in it. */
function leaves(expr: Expr, path: readonly number[] = []): { slot: number; path: readonly number[] }[] {
  if (expr.op === 'vector') return expr.items.flatMap((item, i) => leaves(item, [...path, i]));
  if (expr.op === 'number') return [{ slot: expr.slot, path }];
  return children(expr).flatMap((child) => leaves(child, path));
}
