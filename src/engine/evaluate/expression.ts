import {
  add,
  div,
  gather,
  mul,
  neg,
  pow,
  reciprocal,
  reshape,
  sqrt,
  square,
  stack,
  sub,
  type Tensor,
  tensor,
  where,
} from '@tensorflow/tfjs-core';
import type { Expr } from '../../model/model';
import { denseLayers } from '../tensor/denseLayers';
import { batchOf, broadcastBatch, commonBatch, eventShape, sizeOf, withRank } from '../values/batch';
import { functions } from './functions';
import { indexValue } from './indexValue';
import { pick, selectRows } from './pick';
import { type Compiled, elementKey } from './scope';

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>;
type Binary = Extract<Expr, { readonly left: Expr }>;

const compiledExpressions = new WeakMap<Expr, Compiled>();

/**
 * Turns an expression into a function that evaluates it in a scope. Compiled once for each node of a structure.
 * @returns values of shape [points | 1, nodes | 1, ...type.shape]
 */
export function compile(expr: Expr): Compiled {
  let compiled = compiledExpressions.get(expr);
  if (compiled === undefined) {
    compiled = compileNew(expr);
    compiledExpressions.set(expr, compiled);
  }
  return compiled;
}

function compileNew(expr: Expr): Compiled {
  switch (expr.op) {
    case 'number':
      return (scope) => scalar(scope.numbers[expr.slot] ?? Number.NaN);
    case 'constant':
      return () => scalar(expr.value);
    case 'param':
      return (scope) => scope.param(expr.name);
    case 'let':
      return (scope) => scope.letValue(expr.name);
    case 'variable':
      return (scope, { loops }) =>
        scope.variable(
          elementKey(expr.name, expr.index === null ? null : indexValue(expr.index, scope.numbers, loops)),
        );
    case 'loop':
      return (_, { loops }) => scalar(loops.get(expr.name) ?? Number.NaN);
    case 'argument':
      return (_, { args }) => args.get(expr.name)!;
    case 'vector':
      return compileVector(expr);
    case 'negate': {
      const operand = compile(expr.operand);
      return (scope, local) => neg(operand(scope, local));
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return compileArithmetic(expr);
    case 'power':
      return compilePower(expr);
    case 'call': {
      const args = expr.args.map(compile);
      const f = functions[expr.function];
      return (scope, local) => f(args.map((arg) => arg(scope, local)));
    }
    case 'network': {
      const args = expr.args.map(compile);
      return (scope, local) =>
        scope.callNetwork(
          expr.name,
          args.map((arg) => arg(scope, local)),
        );
    }
    case 'index': {
      const [base, index] = [compile(expr.base), compile(expr.index)];
      return (scope, local) => pick(base(scope, local), index(scope, local));
    }
    case 'dense':
      return compileDense(expr);
    case 'table':
      return compileTable(expr);
  }
}

function scalar(value: number): Tensor {
  return tensor([value], [1, 1], 'float32');
}

const arithmetic = { add, subtract: sub, multiply: mul, divide: div };

function compileArithmetic(expr: Binary): Compiled {
  const [left, right] = [compile(expr.left), compile(expr.right)];
  const f = arithmetic[expr.op as keyof typeof arithmetic];
  const rank = expr.type.shape.length;
  return (scope, local) => f(withRank(left(scope, local), rank), withRank(right(scope, local), rank));
}

function compilePower(expr: Binary): Compiled {
  const [left, right] = [compile(expr.left), compile(expr.right)];
  const rank = expr.type.shape.length;
  const exponent = expr.right;
  return (scope, local) => {
    const base = withRank(left(scope, local), rank);
    // The usual exponents by products and roots: exact for negative bases, and much faster than a power.
    switch (exponent.op === 'number' ? scope.numbers[exponent.slot] : undefined) {
      case 1:
        return base;
      case 2:
        return square(base);
      case 3:
        return mul(square(base), base);
      case 4:
        return square(square(base));
      case 0.5:
        return sqrt(base);
      case -1:
        return reciprocal(base);
      default:
        return pow(base, withRank(right(scope, local), rank));
    }
  };
}

function compileVector(expr: Of<'vector'>): Compiled {
  const leaves = literals(expr);
  const shape = expr.type.shape;
  if (leaves !== null && leaves.length === sizeOf(shape)) {
    // All numbers: one upload, whatever the length.
    const signs = Float32Array.from(leaves, ({ sign }) => sign);
    const slots = Int32Array.from(leaves, ({ slot }) => slot ?? -1);
    const constants = Float32Array.from(leaves, ({ sign, value }) => sign * value);
    return ({ numbers }) => {
      const values = constants.slice();
      for (let i = 0; i < values.length; i++) if (slots[i]! >= 0) values[i] = signs[i]! * numbers[slots[i]!]!;
      return tensor(values, [1, 1, ...shape]);
    };
  }
  const items = expr.items.map(compile);
  return (scope, local) => {
    const values = items.map((item) => item(scope, local));
    const batch = commonBatch(values);
    return stack(
      values.map((value) => broadcastBatch(value, batch)),
      2,
    );
  };
}

interface Literal {
  readonly sign: number;
  readonly slot: number | null;
  readonly value: number;
}

/** The numbers of a vector of nothing but numbers, row-major; null where there is anything else in it. */
function literals(expr: Expr, sign = 1): Literal[] | null {
  switch (expr.op) {
    case 'number':
      return [{ sign, slot: expr.slot, value: 0 }];
    case 'constant':
      return [{ sign, slot: null, value: expr.value }];
    case 'negate':
      return literals(expr.operand, -sign);
    case 'vector': {
      const all: Literal[] = [];
      for (const item of expr.items) {
        const part = literals(item, sign);
        if (part === null) return null;
        for (const leaf of part) all.push(leaf);
      }
      return all;
    }
    default:
      return null;
  }
}

/** activation(input · kernel + bias) for every point and node at once; layers that follow one another go together. */
function compileDense(expr: Of<'dense'>): Compiled {
  const stack = [expr];
  for (let below = expr.input; below.op === 'dense'; below = below.input) stack.unshift(below);
  const { inputs, input: below } = stack[0]!;
  const input = compile(below);
  return (scope, local) => {
    const value = input(scope, local);
    const [points, nodes] = batchOf(value);
    const layers = stack.map(({ network, layer, activation }) => ({ ...scope.layer(network, layer), activation }));
    const result = denseLayers(reshape(value, [points * nodes, inputs]), layers);
    return reshape(result, [points, nodes, ...expr.type.shape]);
  };
}

function compileTable(expr: Of<'table'>): Compiled {
  const subjects = expr.subjects.map(compile);
  const rows = expr.rows.map(({ value }) => compile(value));
  const otherwise = expr.otherwise === null ? null : compile(expr.otherwise);
  const shape = expr.type.shape;
  return (scope, local) => {
    const selected = selectRows(
      subjects.map((subject) => subject(scope, local)),
      expr.rows,
    );
    const value = (row: number) => {
      const compiled = row < 0 ? otherwise : rows[row]!;
      if (compiled === null) return tensor(new Float32Array(sizeOf(shape)).fill(Number.NaN), [1, 1, ...shape]);
      return withRank(compiled(scope, local), shape.length);
    };
    if (selected.row.length === 1) return value(selected.row[0]!);
    const used = [...new Set(selected.row)];
    const values = used.map(value);
    if (values.every((each) => batchOf(each).every((length) => length === 1))) {
      const position = new Map(used.map((row, i) => [row, i]));
      const index = Int32Array.from(selected.row, (row) => position.get(row)!);
      const table = stack(values.map((each) => reshape(each, shape.length === 0 ? [1] : [...shape])));
      const gathered = gather(table, tensor(index, [index.length], 'int32'));
      return reshape(gathered, [...selected.batch, ...shape]);
    }
    return values.reduce((result, each, i) => choose(selected, used[i]!, each, result));
  };
}

/** `value` where the selected row is `row`, and `other` elsewhere. */
function choose(selected: ReturnType<typeof selectRows>, row: number, value: Tensor, other: Tensor): Tensor {
  const rank = eventShape(value).length;
  const mask = tensor(
    Uint8Array.from(selected.row, (each) => (each === row ? 1 : 0)),
    [...selected.batch, ...Array<number>(rank).fill(1)],
    'bool',
  );
  return where(mask, value, other);
}
