import { children } from '../../../src/model/children';
import type { FunctionName } from '../../../src/model/functions';
import { type Loops, noLoops } from '../../../src/model/loops';
import type { Expr } from '../../../src/model/model';
import { sizeOf } from '../batch';
import { indexValue } from '../indexValue';
import { elementwise } from '../math/elementwise';
import type { Program } from '../program';
import { elementKey } from '../scope';
import { choose, constant, type Doubles, join, map, matrixProduct, pickRow, reduce, zip } from './doubles';

/** What an expression reads when it is evaluated in double precision. */
export class DoubleScope {
  private readonly lets = new Map<string, Doubles>();

  /**
   * @param params the values of params, shared by all scopes of one set of numbers
   * @param variables the values of random variables by the keys of their elements
   */
  constructor(
    readonly program: Program,
    readonly numbers: ArrayLike<number>,
    private readonly params: Map<string, Doubles>,
    private readonly variables: ReadonlyMap<string, Doubles>,
  ) {}

  param(name: string): Doubles {
    return known(this.params, name, () => evaluate(this.program.params.get(name)!.value, this, noLoops));
  }

  letValue(name: string): Doubles {
    return known(this.lets, name, () => evaluate(this.program.lets.get(name)!.value, this, noLoops));
  }

  variable(key: string): Doubles {
    const value = this.variables.get(key);
    if (value === undefined) throw new Error(`${key} is used before it has a value.`);
    return value;
  }
}

function known(cache: Map<string, Doubles>, name: string, make: () => Doubles): Doubles {
  let value = cache.get(name);
  if (value === undefined) {
    value = make();
    cache.set(name, value);
  }
  return value;
}

/** Whether an expression, and everything it names, can be evaluated in double precision: all but networks can. */
export function isDouble(expr: Expr, program: Program): boolean {
  switch (expr.op) {
    case 'network':
    case 'dense':
    case 'argument':
      return false;
    case 'param':
      return isDouble(program.params.get(expr.name)!.value, program);
    case 'let':
      return isDouble(program.lets.get(expr.name)!.value, program);
    case 'variable':
      return true;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power': {
      const [left, right] = [expr.left.type.shape, expr.right.type.shape];
      const fits = left.length === 0 || right.length === 0 || left.join() === right.join();
      return fits && isDouble(expr.left, program) && isDouble(expr.right, program);
    }
    case 'vector': {
      const size = sizeOf(expr.type.shape) / expr.items.length;
      return expr.items.every((item) => sizeOf(item.type.shape) === size && isDouble(item, program));
    }
    default:
      return children(expr).every((child) => isDouble(child, program));
  }
}

/**
 * The values of an expression at all nodes in double precision.
 * @param expr one for which `isDouble` holds
 */
export function evaluate(expr: Expr, scope: DoubleScope, loops: Loops): Doubles {
  const value = (part: Expr) => evaluate(part, scope, loops);
  switch (expr.op) {
    case 'number':
      return constant(scope.numbers[expr.slot] ?? Number.NaN);
    case 'constant':
      return constant(expr.value);
    case 'param':
      return scope.param(expr.name);
    case 'let':
      return scope.letValue(expr.name);
    case 'variable': {
      const index = expr.index === null ? null : indexValue(expr.index, scope.numbers, loops);
      return scope.variable(elementKey(expr.name, index));
    }
    case 'loop':
      return constant(loops.get(expr.name) ?? Number.NaN);
    case 'vector':
      return join(expr.items.map(value));
    case 'negate':
      return map(value(expr.operand), (a) => -a);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return zip(value(expr.left), value(expr.right), arithmetic[expr.op]);
    case 'call':
      return call(expr.function, expr.args.map(value), expr.args);
    case 'index':
      return pickRow(value(expr.base), value(expr.index), expr.base.type.shape[0]!);
    case 'table': {
      const row = rowsAt(expr.subjects.map(value), expr.rows);
      const used = new Map<number, Doubles>();
      for (const each of new Set(row)) {
        const chosen = each < 0 ? expr.otherwise : expr.rows[each]!.value;
        if (chosen !== null) used.set(each, value(chosen));
      }
      return choose(row, used, sizeOf(expr.type.shape));
    }
    case 'network':
    case 'dense':
    case 'argument':
      throw new Error('A network is not evaluated in double precision.');
  }
}

/** For each node, which row of a table the codes of its subjects select; −1 for none. */
export function rowsAt(
  subjects: readonly Doubles[],
  rows: readonly { readonly when: readonly number[] }[],
): Int32Array {
  const nodes = Math.max(1, ...subjects.map((subject) => subject.nodes));
  const byCodes = new Map(rows.map(({ when }, i) => [when.join(), i]));
  const result = new Int32Array(nodes);
  for (let n = 0; n < nodes; n++) {
    const codes = subjects.map((subject) => Math.round(subject.data[subject.nodes === 1 ? 0 : n]!));
    result[n] = byCodes.get(codes.join()) ?? -1;
  }
  return result;
}

const arithmetic = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  power: (a: number, b: number) => a ** b,
} as const;

function call(name: FunctionName, values: readonly Doubles[], args: readonly Expr[]): Doubles {
  const [first, second] = values as [Doubles, Doubles];
  switch (name) {
    case 'min':
      return values.length === 1
        ? reduce(first, (all) => all.reduce((a, b) => Math.min(a, b)))
        : fold(values, Math.min);
    case 'max':
      return values.length === 1
        ? reduce(first, (all) => all.reduce((a, b) => Math.max(a, b)))
        : fold(values, Math.max);
    case 'sum':
      return reduce(first, (all) => all.reduce((a, b) => a + b, 0));
    case 'dot':
      return matrixProduct(first, second, second.size);
    case 'matmul':
      return matrixProduct(first, second, args[0]!.type.shape[1]!);
    case 'concat':
      return join(values);
    default:
      return map(first, elementwise[name]);
  }
}

function fold(values: readonly Doubles[], f: (a: number, b: number) => number): Doubles {
  return values.reduce((a, b) => zip(a, b, (x, y) => f(x, y)));
}
