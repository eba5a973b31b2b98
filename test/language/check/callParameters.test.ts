import { describe, expect, it } from 'vitest';
import { parametersOf, problemsOf } from '../../../src/language/check/callParameters';
import { inspectMarked } from '../inspect';

function names(source: string): string[] | null {
  const { check, expression } = inspectMarked(source);
  if (expression.kind !== 'Call') throw new Error('no call');
  return parametersOf(expression, check.scope)?.map(({ name }) => name) ?? null;
}

describe('parametersOf', () => {
  it.each([
    ['observed x ~ «StudentT(3)»', ['df', 'loc', 'scale']],
    ['network f(z) = z -> «dense(3)»', ['units', 'activation']],
    ['network f(a, b) = a + b\nlet c = «f(1, 2)»', ['a', 'b']],
    ['network f(a, a) = a\nlet c = «f(1)»', ['a']],
    ['let c = «exp(1)»', null],
    ['let c = «g(1)»', null],
  ])('of %s', (source, expected) => {
    expect(names(source)).toEqual(expected);
  });
});

describe('problemsOf', () => {
  it.each([
    ['observed x ~ «Normal(0)»', ['missing']],
    ['observed x ~ «Categorical(a: 0.5, b: 0.5)»', []],
    ['let c = «exp(1, 2)»', []],
  ])('of %s', (source, expected) => {
    const { check, expression } = inspectMarked(source);
    if (expression.kind !== 'Call') throw new Error('no call');
    expect(problemsOf(expression, check).map(({ kind }) => kind)).toEqual(expected);
  });
});
