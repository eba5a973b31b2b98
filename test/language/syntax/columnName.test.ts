import { expect, test } from 'vitest';
import { columnName } from '../../../src/language/syntax/columnName';
import { parse } from '../../../src/language/syntax/parser';

test('the name of a column is what stands there, without its quotes', () => {
  const [data] = parse('data x from "a.csv" columns first, "second one", "third"').tree.statements;
  if (data?.kind !== 'Data') throw new Error('There is no data.');
  expect(data.columns?.map(columnName)).toEqual(['first', 'second one', 'third']);
});
