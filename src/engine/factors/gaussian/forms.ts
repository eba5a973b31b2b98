import { children } from '../../../model/children';
import { noLoops } from '../../../model/loops';
import type { Distribution, Expr } from '../../../model/model';
import type { Element } from '../../plan/graph';
import type { Affine } from './affine';
import type { AffineEvaluation } from './affineEvaluation';
import type { AffineLocal } from './affineScope';
import { evaluate, selectedRow } from './evaluate';

/**
 * What an element's distribution sees of the scope's free elements: the largest parts of its expressions that are affine in them and no
 * constants. Its parameters are a function of these and of what is bent. A network that is bent sees its arguments.
 */
export function formsOf(element: Element, scope: AffineEvaluation): Affine[] {
  const found: Affine[] = [];
  const visit = (expr: Expr, local: AffineLocal): void => {
    const value = evaluate(expr, scope, local);
    if (value !== null) {
      if (value.rows !== null) found.push(value);
    } else if (expr.op === 'let') visit(scope.given.program.lets.get(expr.name)!.value, nowhere);
    else for (const child of children(expr)) visit(child, local);
  };
  const here: AffineLocal = { loops: element.loops, args: new Map() };
  const visitAll = (distribution: Distribution): void => {
    switch (distribution.kind) {
      case 'family':
        for (const arg of Object.values(distribution.args)) visit(arg, here);
        return;
      case 'copies':
        visitAll(distribution.base);
        return;
      case 'table': {
        for (const subject of distribution.subjects) visit(subject, here);
        const row = selectedRow(distribution, scope, here);
        const rows = distribution.rows.map(({ value }) => value);
        const possible = row === null ? [...rows, distribution.otherwise] : [rows[row] ?? distribution.otherwise];
        for (const each of possible) if (each !== null) visitAll(each);
      }
    }
  };
  visitAll(element.distribution);
  return found;
}

const nowhere: AffineLocal = { loops: noLoops, args: new Map() };
