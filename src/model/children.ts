import type { Expr } from './model';

/** The expressions that an expression is made of, in the order of the text; what a name stands for is not part of it. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'vector':
      return expr.items;
    case 'negate':
      return [expr.operand];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return [expr.left, expr.right];
    case 'call':
    case 'network':
      return expr.args;
    case 'index':
      return [expr.base, expr.index];
    case 'dense':
      return [expr.input];
    case 'table':
      return [...expr.subjects, ...expr.rows.map((row) => row.value), ...(expr.otherwise ? [expr.otherwise] : [])];
    case 'variable':
      return expr.index ? [expr.index] : [];
    case 'number':
    case 'constant':
    case 'param':
    case 'let':
    case 'loop':
    case 'argument':
      return [];
  }
}
