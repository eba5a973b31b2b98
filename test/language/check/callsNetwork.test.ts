import { expect, test } from 'vitest';
import { callsNetwork } from '../../../src/language/check/callsNetwork';
import { resolve } from '../../../src/language/names/scope';
import { parse } from '../../../src/language/syntax/parser';

/** What is said of the first end of a view. */
function called(end: string): boolean {
  const { tree } = parse(`network f(a) = a -> dense(1) observed x ~ Normal(f(0), 1) view x in [${end}, 3]`);
  const view = tree.statements.find(({ kind }) => kind === 'View');
  if (view?.kind !== 'View' || view.range.kind !== 'Vector') throw new Error('There is no view.');
  return callsNetwork(view.range.items[0]!, resolve(tree));
}

test('a network is found wherever it is called, and no function is taken for one', () => {
  for (const end of ['f(1)', '1 + f(2)', 'max(0, -f(1))', 'case true { true: f(0), false: 1 }']) {
    expect(called(end), end).toBe(true);
  }
  for (const end of ['1', 'exp(1)', 'g(1)', '[f][1]']) expect(called(end), end).toBe(false);
});
