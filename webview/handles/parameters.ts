import { children } from '../../src/model/children';
import { families } from '../../src/model/families';
import { noLoops } from '../../src/model/loops';
import type { Distribution, DomainName, Expr, Structure } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';
import type { Bond } from './bonds';
import { demandsOf, noDemand } from './demands';
import type { Limits } from './limits';
import type { Reading } from './reading';

/** One literal of the text, as an entry of a list. */
export interface Parameter {
  readonly slot: number;
  /** `1`, `1, 2`, the name of a distribution's parameter; '' for the only one of its group. */
  readonly label: string;
  /** Its place from 0, where the statement names a vector and this is one of its entries. */
  readonly entry: number | null;
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
  const reading: Reading = { structure, numbers, states: new Map(), loops: noLoops };
  const demands = demandsOf(reading);
  const group = (name: string, domain: DomainName | null, found: readonly Literal[]): ParameterGroup => ({
    name,
    domain,
    parameters: toldApart(found).map((each) => ({ ...each, ...(demands.get(each.slot) ?? noDemand) })),
  });
  const groups = [
    ...structure.params.map(({ name, domain, value }) => group(name, domain, leaves(value, ''))),
    ...structure.lets.map(({ name, value }) => group(name, null, literals(value, '', structure))),
    ...structure.networks.map(({ name, body }) => group(name, null, literals(body, '', structure))),
    ...structure.variables.map(({ name, definitions, type }) =>
      group(
        name,
        null,
        definitions
          .flatMap(({ distribution }) => ofDistribution(distribution, { structure, type }))
          .map((each) => ({ ...each, entry: null })),
      ),
    ),
  ];
  return groups.filter(({ parameters }) => parameters.length > 0);
}

/** Numbers of one expression have one name; they are counted where there are several. */
function toldApart(literals: readonly Literal[]): Literal[] {
  const counts = new Map<string, number>();
  for (const { label } of literals) counts.set(label, (counts.get(label) ?? 0) + 1);
  const seen = new Map<string, number>();
  return literals.map((literal) => {
    const { label } = literal;
    if (counts.get(label) === 1) return literal;
    const place = (seen.get(label) ?? 0) + 1;
    seen.set(label, place);
    return { ...literal, label: label === '' ? `${place}` : `${label} · ${place}` };
  });
}

/** A literal and its name in the list. */
type Literal = Pick<Parameter, 'slot' | 'label' | 'entry'>;

/** What the literals of a distribution are named by. */
interface Naming {
  readonly structure: Structure;
  /** Of the variable that is distributed so. */
  readonly type: ValueType;
}

function ofDistribution(distribution: Distribution, naming: Naming): Literal[] {
  switch (distribution.kind) {
    case 'family': {
      const { family, args } = distribution;
      return families[family].parameters.flatMap(({ name }) => {
        const arg = args[name];
        if (arg === undefined) return [];
        if (family === 'Categorical' && arg.op === 'vector') return leaves(arg, '', naming.type.labels);
        return literals(arg, name, naming.structure);
      });
    }
    case 'copies':
      return ofDistribution(distribution.base, naming);
    case 'table':
      return [
        ...distribution.subjects.flatMap((subject) => literals(subject, '', naming.structure)),
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
function inRow({ slot, label }: Literal, row: string): Literal {
  return { slot, label: [row, label].filter((part) => part !== '').join(' → '), entry: null };
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

/** All literals in an expression; those of a vector with their places. */
function literals(expr: Expr, name: string, structure: Structure): Literal[] {
  switch (expr.op) {
    case 'table':
      return [
        ...expr.rows.flatMap(({ when, value }) =>
          literals(value, name, structure).map((each) => inRow(each, rowName(expr.subjects, when, structure))),
        ),
        ...(expr.otherwise === null
          ? []
          : literals(expr.otherwise, name, structure).map((each) => inRow(each, 'else'))),
      ];
    case 'vector':
      return leaves(expr, name);
    case 'number':
      return [{ slot: expr.slot, label: name, entry: null }];
    default:
      return children(expr).flatMap((child) => literals(child, name, structure));
  }
}

/** The literals of nested vectors, each with its place from 1; those in an entry that is computed have its place. */
function leaves(expr: Expr, name: string, labels: readonly string[] = [], path: readonly number[] = []): Literal[] {
  if (expr.op === 'vector') return expr.items.flatMap((item, i) => leaves(item, name, labels, [...path, i]));
  if (expr.op !== 'number') return children(expr).flatMap((child) => leaves(child, name, labels, path));
  const place = (path.length === 1 ? labels[path[0]!] : undefined) ?? path.map((index) => index + 1).join(', ');
  const label = [name, place].filter((part) => part !== '').join(' ');
  return [{ slot: expr.slot, label, entry: path.length === 1 ? path[0]! : null }];
}
