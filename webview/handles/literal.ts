import type { Expr } from '../../src/model/model';
import { chosenRow } from './chosenRow';
import { evaluateIndex } from './evaluateIndex';
import type { Reading } from './reading';

/** Where the value of an expression stands in the text: in a literal that can be changed, or why in none. */
export type Origin =
  /** `sign × numbers[slot]`; `param` names the parameter whose literal it is, null where it stands in the statement itself. */
  | { readonly kind: 'literal'; readonly slot: number; readonly sign: 1 | -1; readonly param: string | null }
  /** Says what makes the value, to be read after “… is”. */
  | { readonly kind: 'computed'; readonly by: string };

/**
 * Finds the literal behind an expression, or behind one element of a vector: through parameters, lets, signs, vectors, indices and
 * tables, as far as the states decide them. Anything computed has no literal of its own.
 *
 * @param path indices from 0 into the value, outermost first; [] for a scalar. A scalar stands for every element of a vector.
 */
export function literalOf(expr: Expr, path: readonly number[], reading: Reading): Origin {
  const { structure } = reading;
  switch (expr.op) {
    case 'number':
      return { kind: 'literal', slot: expr.slot, sign: 1, param: null };
    case 'negate':
      return negated(literalOf(expr.operand, path, reading));
    case 'param': {
      const param = structure.params.find(({ name }) => name === expr.name);
      if (param === undefined) return computed(`the parameter ${expr.name}`);
      const origin = literalOf(param.value, path, reading);
      return origin.kind === 'literal' ? { ...origin, param: expr.name } : origin;
    }
    case 'let': {
      const named = structure.lets.find(({ name }) => name === expr.name);
      return named === undefined ? computed(`the let ${expr.name}`) : literalOf(named.value, path, reading);
    }
    case 'vector': {
      const item = expr.items[path[0] ?? -1];
      return item === undefined ? computed('a whole vector') : literalOf(item, path.slice(1), reading);
    }
    case 'index': {
      const index = evaluateIndex(expr.index, reading);
      if (index === null) return computed('an index that the component does not decide');
      return literalOf(expr.base, [index - 1, ...path], reading);
    }
    case 'table': {
      const value = chosenRow(expr, reading);
      return value === null
        ? computed('a table whose row the component does not decide')
        : literalOf(value, path, reading);
    }
    case 'network':
      return computed(`the network ${expr.name}`);
    case 'dense':
      return computed('a network');
    case 'constant':
      return computed('a constant');
    case 'variable':
      return computed(`the variable ${expr.name}`);
    case 'call':
      return computed(`${expr.function}(…)`);
    default:
      return computed('an expression');
  }
}

function computed(by: string): Origin {
  return { kind: 'computed', by };
}

function negated(origin: Origin): Origin {
  return origin.kind === 'literal' ? { ...origin, sign: origin.sign === 1 ? -1 : 1 } : origin;
}

/** The value that a literal stands for. */
export function literalValue(origin: Extract<Origin, { kind: 'literal' }>, numbers: readonly number[]): number {
  return origin.sign * (numbers[origin.slot] ?? Number.NaN);
}
