import { expect, it } from 'vitest';
import { NodeMap } from '../../../src/language/names/nodeMap';
import { treeNumbers } from '../../../src/language/names/nodeNumbers';
import { parse } from '../../../src/language/syntax/parser';
import type { Statement } from '../../../src/language/syntax/tree';

it('holds one value for each node, whatever other maps hold of it', () => {
  const text = 'let a = 1\nlet b = 2\nlet c = 3';
  const [a, b, c] = parse(text).tree.statements;
  const { statements } = treeNumbers(text.length);
  const names = new NodeMap<Statement, string>(statements);
  const sizes = new NodeMap<Statement, number | null>(statements);
  names.set(a!, 'a');
  names.set(c!, 'c');
  sizes.set(c!, null);
  sizes.set(b!, 2);
  names.set(a!, 'A');
  expect([a!, b!, c!].map((node) => names.get(node))).toEqual(['A', undefined, 'c']);
  expect([a!, b!, c!].map((node) => sizes.get(node))).toEqual([undefined, 2, null]);
});
