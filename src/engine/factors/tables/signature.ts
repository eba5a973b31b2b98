import { children } from '../../../model/children';
import { expressionsOf } from '../../../model/expressionsOf';
import type { Distribution, Expr, Parent } from '../../../model/model';
import { elementKey } from '../../evaluate/elementKey';
import { indexValue } from '../../evaluate/indexValue';
import type { Program } from '../../evaluate/program';
import type { Element } from '../../plan/graph';

/** What of a distribution decides whether two elements of a chain have the same conditional table. */
interface Uses {
  /** The random variables that it names, those of lets among them, each as often as it does. */
  readonly variables: readonly Parent[];
  /** Whether the loop's index is a number in it, and not only part of the index of a variable. */
  readonly loop: boolean;
}

const usesOf = new WeakMap<Distribution, Uses>();

/**
 * Equal for two elements of one distribution exactly where that is the same function of their parents, taken in their order:
 * which parent each name stands for, and the loop's index where it counts as a number.
 */
export function signatureOf(element: Element, program: Program, numbers: ArrayLike<number>): string {
  const uses = analyse(element.distribution, program);
  const loop = uses.loop ? `${element.index}` : '';
  // One name and one parent can only go together.
  if (uses.variables.length === element.parents.length && uses.variables.length <= 1) return loop;
  const places = uses.variables.map(({ name, index }) =>
    element.parents.indexOf(elementKey(name, index === null ? null : indexValue(index, numbers, element.loops))),
  );
  return `${loop}|${places.join()}`;
}

function analyse(distribution: Distribution, program: Program): Uses {
  let uses = usesOf.get(distribution);
  if (uses === undefined) {
    const variables: Parent[] = [];
    let loop = false;
    const visit = (expr: Expr): void => {
      if (expr.op === 'variable') variables.push(expr);
      else if (expr.op === 'let') visit(program.lets.get(expr.name)!.value);
      else {
        loop ||= expr.op === 'loop';
        for (const child of children(expr)) visit(child);
      }
    };
    expressionsOf(distribution).forEach(visit);
    uses = { variables, loop };
    usesOf.set(distribution, uses);
  }
  return uses;
}
