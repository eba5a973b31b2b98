import type { FunctionName } from '../../model/functions';
import { type Loops, noLoops } from '../../model/loops';
import type { Expr } from '../../model/model';
import { activations, elementwise } from '../math/elementwise';
import { bulk } from '../tensor/bulk';
import {
  type Batch,
  choose,
  constant,
  denseLayer,
  join,
  map,
  matrixProduct,
  pickRow,
  reduce,
  zip,
} from '../values/batch';
import { sizeOf } from '../values/shape';
import { elementKey } from './elementKey';
import { indexValue } from './indexValue';
import { type Numbers, weightsOf } from './numbers';

type Dense = Extract<Expr, { readonly op: 'dense' }>;

/** Products of weights and values from which on single precision is worth it: with what the activations take, some milliseconds in double precision. */
const bulkProducts = 2 ** 18;

/** The arguments of a network by name. */
type Arguments = ReadonlyMap<string, Batch>;

const noArguments: Arguments = new Map();

/** What an expression reads when it is evaluated in double precision. */
export class Scope {
  private readonly lets = new Map<string, Batch>();
  /** Whether anything has gone through single precision. */
  rounded = false;
  private readonly calls = new Map<string, { readonly args: readonly Batch[]; readonly value: Batch }[]>();

  /**
   * @param params the values of params, shared by all scopes of one set of numbers
   * @param variables the values of random variables by the keys of their elements
   * @param bulk whether networks at very many nodes may go through single precision: for pictures
   */
  constructor(
    readonly given: Numbers,
    private readonly params: Map<string, Batch>,
    private readonly variables: ReadonlyMap<string, Batch>,
    private readonly bulk = false,
  ) {}

  get numbers(): ArrayLike<number> {
    return this.given.numbers;
  }

  param(name: string): Batch {
    return known(this.params, name, () => evaluate(this.given.program.params.get(name)!.value, this, noLoops));
  }

  letValue(name: string): Batch {
    return known(this.lets, name, () => evaluate(this.given.program.lets.get(name)!.value, this, noLoops));
  }

  /** The value of a network; a call with the same arguments is computed once. */
  network(name: string, args: readonly Batch[]): Batch {
    const calls = known(this.calls, name, () => []);
    const done = calls.find((call) => call.args.every((arg, i) => arg === args[i]));
    if (done !== undefined) return done.value;
    const network = this.given.program.networks.get(name)!;
    const own = new Map(network.args.map((arg, i) => [arg.name, args[i]!]));
    const value = evaluate(network.body, this, noLoops, own);
    calls.push({ args, value });
    return value;
  }

  /** The output of dense layers that follow one another. */
  layers(x: Batch, stack: readonly Dense[]): Batch {
    const layers = stack.map(({ network, layer, activation }) => ({
      ...weightsOf(this.given, network, layer),
      activation,
    }));
    const products = layers.reduce((sum, { kernel }) => sum + kernel.length, 0);
    const library = this.bulk && x.nodes * products >= bulkProducts ? bulk() : null;
    if (library !== null) {
      this.rounded = true;
      return { nodes: x.nodes, size: layers.at(-1)!.bias.length, data: library.layers(x.data, x.nodes, layers) };
    }
    return layers.reduce(
      (value, { kernel, bias, activation }) => denseLayer(value, kernel, bias, activations[activation]),
      x,
    );
  }

  variable(key: string): Batch {
    const value = this.variables.get(key);
    if (value === undefined) throw new Error(`${key} is used before it has a value.`);
    return value;
  }
}

function known<T>(cache: Map<string, T>, name: string, make: () => T): T {
  let value = cache.get(name);
  if (value === undefined) {
    value = make();
    cache.set(name, value);
  }
  return value;
}

/**
 * The values of an expression at all nodes in double precision.
 * @param args what a network was called with, inside of its body
 */
export function evaluate(expr: Expr, scope: Scope, loops: Loops, args: Arguments = noArguments): Batch {
  const value = (part: Expr) => evaluate(part, scope, loops, args);
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
      return numbersOf(expr, scope.numbers) ?? join(expr.items.map(value));
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
      const used = new Map<number, Batch>();
      for (const each of new Set(row)) {
        const chosen = each < 0 ? expr.otherwise : expr.rows[each]!.value;
        if (chosen !== null) used.set(each, value(chosen));
      }
      return choose(row, used, sizeOf(expr.type.shape));
    }
    case 'network':
      return scope.network(expr.name, expr.args.map(value));
    case 'argument':
      return args.get(expr.name)!;
    case 'dense': {
      const stack = [expr];
      for (let below = expr.input; below.op === 'dense'; below = below.input) stack.unshift(below);
      return scope.layers(value(stack[0]!.input), stack);
    }
  }
}

/** A vector of nothing but numbers, at once: there may be a hundred thousand of them. */
function numbersOf({ items }: Extract<Expr, { readonly op: 'vector' }>, numbers: ArrayLike<number>): Batch | null {
  const data = new Float64Array(items.length);
  for (let i = 0; i < data.length; i++) {
    const item = items[i]!;
    if (item.op !== 'number') return null;
    data[i] = numbers[item.slot] ?? Number.NaN;
  }
  return { nodes: 1, size: data.length, data };
}

/** For each node, which row of a table the codes of its subjects select; −1 for none. */
export function rowsAt(subjects: readonly Batch[], rows: readonly { readonly when: readonly number[] }[]): Int32Array {
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

function call(name: FunctionName, values: readonly Batch[], args: readonly Expr[]): Batch {
  const [first, second] = values as [Batch, Batch];
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

function fold(values: readonly Batch[], f: (a: number, b: number) => number): Batch {
  return values.reduce((a, b) => zip(a, b, (x, y) => f(x, y)));
}
