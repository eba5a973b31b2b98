import type { Definition, Distribution, Expr, Let, Network, Param, Structure, Variable } from '../../model/model';
import type { ValueType } from '../../model/type';
import { real } from '../types/valueType';

/**
 * A text that is the same for two structures exactly when they are equal. Every part is written with its length or
 * between marks that no name can hold, so that different structures cannot run together. Written by hand because a
 * large model's JSON costs more than all of its checking.
 */
export function structureKey({ params, lets, networks, variables }: Structure): string {
  const keys: string[] = [];
  addAll(params, paramKey, keys);
  addAll(lets, letKey, keys);
  addAll(networks, networkKey, keys);
  addAll(variables, variableKey, keys);
  // Joined, since a text made by `+` alone would hold on to every piece that it was made of: ten times its size.
  return keys.join(';');
}

function addAll<T>(items: readonly T[], key: (item: T) => string, keys: string[]): void {
  keys.push(`${items.length}{`);
  for (const item of items) keys.push(key(item));
  keys.push('}');
}

function all<T>(items: readonly T[], key: (item: T) => string): string {
  let text = `${items.length}{`;
  for (const item of items) text += `${key(item)};`;
  return `${text}}`;
}

const kinds = { real: 'r', integer: 'i', boolean: 'b', category: 'c' } as const;

function typeKey(type: ValueType): string {
  const { kind, shape, count, labels } = type;
  if (type === real) return 'r';
  let text: string = kinds[kind];
  for (const length of shape) text += `${length}.`;
  if (count !== undefined) text += `#${count}`;
  return labels === undefined ? text : `${text}<${labels.join()}>`;
}

function paramKey({ name, type, domain, bounds, value }: Param): string {
  const ends = bounds ? `(${exprKey(bounds[0])},${exprKey(bounds[1])})` : '';
  return `${name}:${domain}${ends} ${typeKey(type)}=${exprKey(value)}`;
}

function letKey({ name, type, value }: Let): string {
  return `${name} ${typeKey(type)}=${exprKey(value)}`;
}

function networkKey({ name, args, type, body }: Network): string {
  return `${name} ${all(args, (arg) => `${arg.name} ${typeKey(arg.type)}`)}${typeKey(type)}=${exprKey(body)}`;
}

function variableKey({ name, role, type, range, definitions }: Variable): string {
  return `${name} ${role} ${typeKey(type)}${rangeKey(range)}${all(definitions, definitionKey)}`;
}

function definitionKey({ range, loop, parents, distribution }: Definition): string {
  const from = all(parents, parentKey);
  return `${rangeKey(range)}${loop === null ? '-' : `for ${loop}`}${from}~${distributionKey(distribution)}`;
}

function parentKey({ name, index }: Definition['parents'][number]): string {
  return index === null ? name : `${name}[${exprKey(index)}]`;
}

function rangeKey(range: readonly [number, number] | null): string {
  return range === null ? '-' : `[${range[0]}..${range[1]}]`;
}

function distributionKey(distribution: Distribution): string {
  const type = typeKey(distribution.type);
  switch (distribution.kind) {
    case 'family': {
      let text = `${distribution.family}${type}(`;
      for (const name in distribution.args) text += `${name}:${exprKey(distribution.args[name]!)},`;
      return `${text})`;
    }
    case 'copies':
      return `(${distributionKey(distribution.base)})^${distribution.count}${type}`;
    case 'table': {
      const { subjects, rows, otherwise } = distribution;
      const body = all(rows, ({ when, value }) => `${when.join()}:${distributionKey(value)}`);
      return `case${type}${all(subjects, exprKey)}${body}${otherwise === null ? '-' : distributionKey(otherwise)}`;
    }
  }
}

const signs = { add: '+', subtract: '-', multiply: '*', divide: '/', power: '^' } as const;

/** Numbers with slots in a row, of which most vectors are: the first slot and how many there are; null for anything else. */
function numbersKey(items: readonly Expr[]): string | null {
  const [first] = items;
  if (first?.op !== 'number') return null;
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.op !== 'number' || typeKey(item.type) !== 'r' || item.slot !== first.slot + at) return null;
  }
  return `$${first.slot}+${items.length}`;
}

function exprKey(expr: Expr): string {
  const type = typeKey(expr.type);
  switch (expr.op) {
    case 'number':
      return `$${expr.slot}${type}`;
    case 'constant':
      return `=${expr.value}${type}`;
    case 'param':
    case 'let':
    case 'loop':
    case 'argument':
      return `${expr.op} ${expr.name} ${type}`;
    case 'variable':
      return `variable ${expr.name} ${type}${expr.index === null ? '-' : `[${exprKey(expr.index)}]`}`;
    case 'vector':
      return `[${type} ${numbersKey(expr.items) ?? all(expr.items, exprKey)}]`;
    case 'negate':
      return `!${type}(${exprKey(expr.operand)})`;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return `(${exprKey(expr.left)}${signs[expr.op]}${exprKey(expr.right)})${type}`;
    case 'call':
      return `call ${expr.function} ${type}${all(expr.args, exprKey)}`;
    case 'network':
      return `network ${expr.name} ${type}${all(expr.args, exprKey)}`;
    case 'index':
      return `at${type}(${exprKey(expr.base)},${exprKey(expr.index)})`;
    case 'dense': {
      const { network, layer, inputs, units, activation, input } = expr;
      return `dense ${network} ${layer},${inputs},${units},${activation} ${type}(${exprKey(input)})`;
    }
    case 'table': {
      const { subjects, rows, otherwise } = expr;
      const body = all(rows, ({ when, value }) => `${when.join()}:${exprKey(value)}`);
      return `case${type}${all(subjects, exprKey)}${body}${otherwise === null ? '-' : exprKey(otherwise)}`;
    }
  }
}
