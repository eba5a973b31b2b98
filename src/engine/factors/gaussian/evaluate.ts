import type { Expr } from '../../../model/model';
import { elementKey } from '../../evaluate/elementKey';
import { indexValue } from '../../evaluate/indexValue';
import { activations } from '../../math/elementwise';
import { sizeOf } from '../../values/shape';
import {
  type Affine,
  combined,
  commonShape,
  constantScalar,
  constantValue,
  gathered,
  joined,
  mapped,
  product,
  scaled,
  spreadTo,
} from './affine';
import { affineFunctions } from './affineFunctions';
import type { AffineLocal, AffineScope } from './affineScope';

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>;

/**
 * The value of an expression as an affine function of the coordinates of the scope's free elements, in double precision. Means the same as
 * the compiled expression wherever that is affine.
 * @returns null where it is not affine in them
 */
export function evaluate(expr: Expr, scope: AffineScope, local: AffineLocal): Affine | null {
  switch (expr.op) {
    case 'number':
      return constantScalar(scope.numbers[expr.slot] ?? Number.NaN);
    case 'constant':
      return constantScalar(expr.value);
    case 'param':
      return scope.param(expr.name);
    case 'let':
      return scope.letValue(expr.name);
    case 'variable': {
      const index = expr.index === null ? null : indexValue(expr.index, scope.numbers, local.loops);
      return scope.variable(elementKey(expr.name, index));
    }
    case 'loop':
      return constantScalar(local.loops.get(expr.name) ?? Number.NaN);
    case 'argument':
      return local.args.get(expr.name)!;
    case 'vector': {
      const items = evaluateAll(expr.items, scope, local);
      return items === null ? null : joined(items, [items.length, ...items[0]!.shape]);
    }
    case 'negate': {
      const operand = evaluate(expr.operand, scope, local);
      return operand === null ? null : scaled(operand, constantScalar(-1));
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power': {
      const left = evaluate(expr.left, scope, local);
      const right = left === null ? null : evaluate(expr.right, scope, local);
      return left === null || right === null ? null : arithmetic(expr.op, left, right);
    }
    case 'call': {
      const args = evaluateAll(expr.args, scope, local);
      return args === null ? null : affineFunctions[expr.function](args);
    }
    case 'network': {
      const args = expr.args.map((arg) => evaluate(arg, scope, local));
      return scope.callNetwork(expr.name, args);
    }
    case 'index': {
      const base = evaluate(expr.base, scope, local);
      const index = base === null ? null : evaluate(expr.index, scope, local);
      return base === null || index === null ? null : indexed(base, index);
    }
    case 'dense':
      return dense(expr, scope, local);
    case 'table':
      return table(expr, scope, local);
  }
}

function evaluateAll(exprs: readonly Expr[], scope: AffineScope, local: AffineLocal): Affine[] | null {
  const values: Affine[] = [];
  for (const expr of exprs) {
    const value = evaluate(expr, scope, local);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

function arithmetic(op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power', left: Affine, right: Affine) {
  switch (op) {
    case 'add':
      return combined(left, 1, right, 1);
    case 'subtract':
      return combined(left, 1, right, -1);
    case 'multiply':
      if (right.rows === null) return scaled(left, right);
      return left.rows === null ? scaled(right, left) : null;
    case 'divide':
      return right.rows === null ? quotient(left, right) : null;
    case 'power':
      return power(left, right);
  }
}

function quotient(left: Affine, right: Affine): Affine {
  if (left.rows !== null) return scaled(left, mapped(right, (x) => 1 / x)!);
  return pairwise(left, right, (a, b) => a / b);
}

function power(left: Affine, right: Affine): Affine | null {
  if (right.rows !== null) return null;
  if (right.constant.every((exponent) => exponent === 1)) return spreadTo(left, commonShape([left, right]));
  return left.rows === null ? pairwise(left, right, (a, b) => a ** b) : null;
}

/** An elementwise function of two constants. */
function pairwise(left: Affine, right: Affine, f: (a: number, b: number) => number): Affine {
  const shape = commonShape([left, right]);
  const [a, b] = [spreadTo(left, shape).constant, spreadTo(right, shape).constant];
  return constantValue(
    shape,
    a.map((value, i) => f(value, b[i]!)),
  );
}

/** Picks along the first axis, counting from 1; an index outside of it gives NaN. */
function indexed(base: Affine, index: Affine): Affine | null {
  if (index.rows !== null) return null;
  const [length, ...rest] = base.shape as [number, ...number[]];
  const size = sizeOf(rest);
  const row = Math.round(index.constant[0]!) - 1;
  if (!(row >= 0 && row < length)) return undefinedValue(rest);
  return gathered(
    base,
    Int32Array.from({ length: size }, (_, i) => row * size + i),
    rest,
  );
}

function undefinedValue(shape: readonly number[]): Affine {
  return constantValue(shape, new Float64Array(sizeOf(shape)).fill(Number.NaN));
}

function dense(expr: Of<'dense'>, scope: AffineScope, local: AffineLocal): Affine | null {
  const input = evaluate(expr.input, scope, local);
  if (input === null || (input.rows !== null && expr.activation !== 'linear')) return null;
  const { matrix, bias } = scope.layer(expr.network, expr.layer);
  const sum = combined(product(matrix, { ...input, shape: [expr.inputs] })!, 1, bias, 1);
  const result = expr.activation === 'linear' ? sum : mapped(sum, activations[expr.activation])!;
  return { ...result, shape: expr.type.shape };
}

function table(expr: Of<'table'>, scope: AffineScope, local: AffineLocal): Affine | null {
  const row = selectedRow(expr, scope, local);
  if (row === null) return null;
  const chosen = row < 0 ? expr.otherwise : expr.rows[row]!.value;
  if (chosen === null) return undefinedValue(expr.type.shape);
  const value = evaluate(chosen, scope, local);
  return value === null ? null : spreadTo(value, expr.type.shape);
}

/**
 * Which row of a table its subjects select: −1 for none of them.
 * @returns null where a subject is not a constant
 */
export function selectedRow(
  table: { readonly subjects: readonly Expr[]; readonly rows: readonly { readonly when: readonly number[] }[] },
  scope: AffineScope,
  local: AffineLocal,
): number | null {
  const codes: number[] = [];
  for (const subject of table.subjects) {
    const value = evaluate(subject, scope, local);
    if (value === null || value.rows !== null) return null;
    codes.push(Math.round(value.constant[0]!));
  }
  return table.rows.findIndex(({ when }) => when.every((code, i) => code === codes[i]));
}
