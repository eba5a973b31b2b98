import { expect, it } from 'vitest';
import { check } from '../../../src/language/check/check';
import { parse } from '../../../src/language/syntax/parser';

it('tells what is wrong, the names, and how to build the model', () => {
  const text = 'param a = 1\nobserved x ~ Normal(a, 1)\nlatent z ~ Normal(x, 1)';
  const { diagnostics, symbols } = check(text, parse(text).tree, new Map());
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['parents-unlisted', 'error'],
    ['unused-latent', 'warning'],
  ]);
  expect([...symbols.globals.keys()]).toEqual(['a', 'x', 'z']);
  expect(symbols.ancestors.get('z')).toEqual(new Set(['x']));
  expect(symbols.uses.map(({ defined }) => defined.name)).toEqual(['a', 'x']);
});

it('builds the model of a text without errors', () => {
  const text = 'observed x ~ Normal(3, 1)';
  expect(check(text, parse(text).tree, new Map()).build().numbers).toEqual([3, 1]);
});
