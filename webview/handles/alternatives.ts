import { noLoops } from '../../src/model/loops';
import type { Expr } from '../../src/model/model';
import { evaluateIndex } from './evaluateIndex';
import type { Reading } from './reading';

/**
 * What stands in the text where an expression, or a place in its value, gets its value from: behind params, lets, indices, vectors and tables. Where
 * the states do not decide a row or an element, all that there are.
 *
 * @param path places from 0 into the value, outermost first; null for all of them
 */
export function alternatives(
  expr: Expr,
  path: readonly (number | null)[],
  reading: Pick<Reading, 'structure' | 'numbers'>,
): readonly Expr[] {
  const { params, lets } = reading.structure;
  const undecided: Reading = { ...reading, states: new Map(), loops: noLoops };
  // Lets of tables of lets would be followed along every way.
  const seen = new Set<string>();
  const follow = (each: Expr, [first, ...rest]: readonly (number | null)[]): readonly Expr[] => {
    const path = first === undefined ? [] : [first, ...rest];
    switch (each.op) {
      case 'param':
      case 'let': {
        const key = `${each.name} ${JSON.stringify(path)}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const named = (each.op === 'param' ? params : lets).find(({ name }) => name === each.name);
        return named === undefined ? [] : follow(named.value, path);
      }
      case 'index': {
        const index = evaluateIndex(each.index, undecided);
        return follow(each.base, [index === null ? null : index - 1, ...path]);
      }
      case 'table':
        return [...each.rows.map(({ value }) => value), ...(each.otherwise === null ? [] : [each.otherwise])].flatMap(
          (value) => follow(value, path),
        );
      case 'vector':
        if (first === undefined) return [each];
        return each.items.filter((_, i) => first === null || i === first).flatMap((item) => follow(item, rest));
      default:
        // What is computed is not written place by place.
        return first === undefined ? [each] : [];
    }
  };
  return follow(expr, path);
}
