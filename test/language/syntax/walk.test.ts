import { expect, it } from 'vitest';
import type { Expression } from '../../../src/language/syntax/tree';
import { forEachExpression } from '../../../src/language/syntax/walk';
import { parseExpression } from '../inspect';

function kinds(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  forEachExpression(parseExpression(text), ({ kind }) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  });
  return counts;
}

it('meets every expression once', () => {
  expect(kinds('f(-[1, a[2]], b + true)')).toEqual({
    Call: 1,
    Unary: 1,
    Vector: 1,
    Number: 2,
    Index: 1,
    Name: 2,
    Binary: 1,
    Boolean: 1,
  });
  expect(kinds('z -> dense(2) -> dense(1)')).toEqual({ Pipeline: 1, Name: 1, Call: 2, Number: 2 });
  expect(kinds('case k { a: 1, else: 2 }')).toEqual({ Case: 1, Name: 2, Number: 2 });
});

it('visits what it does not enter, and nothing in it', () => {
  const found: string[] = [];
  const visit = ({ kind }: Expression) => {
    found.push(kind);
  };
  forEachExpression(parseExpression('f(g(a), 1) + b'), visit, ({ kind }) => kind !== 'Call');
  expect(found.sort()).toEqual(['Binary', 'Call', 'Name']);
});
