import { describe, expect, it } from 'vitest';
import { domainNames, domainOf } from '../../../src/language/types/inferParam';
import { inspect } from '../inspect';

function param(text: string) {
  const check = inspect(text);
  const definition = [...check.scope.globals.values()].at(-1)!;
  return { info: check.inference.definition(definition), statement: definition.statements[0]! };
}

describe('inferParam', () => {
  it.each([
    ['param a = 2', { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }],
    ['param a: positive = 2', { low: 0, lowOpen: true }],
    ['param a: unit = 0.5', { low: 0, high: 1, lowOpen: true }],
    ['param a: unit = [0, 0.5]', { low: 0, high: 1, lowOpen: false }],
    ['param a: interval(-1, 3) = 0', { low: -1, high: 3 }],
    ['param a: ordered = [1, 2]', { low: Number.NEGATIVE_INFINITY }],
  ])('%s can be anything in its domain', (text, range) => {
    expect(param(text).info?.range).toMatchObject(range);
  });

  it('is a real number at its present value', () => {
    expect(param('let b = 3\nparam a = 2 * b').info).toMatchObject({
      type: { kind: 'real', shape: [] },
      constant: [6],
    });
    expect(param('param a: simplex = [0.5, 0.5]').info?.form).toBe('simplex');
    expect(param('param a: covariance = [[1]]').info?.form).toBe('covariance');
    expect(param('param a = foo').info).toBeNull();
  });
});

describe('domainOf', () => {
  it.each([...domainNames, null])('%s', (name) => {
    const { statement } = param(`param a${name === null ? '' : `: ${name}`} = 1`);
    expect(statement.kind === 'Param' && domainOf(statement)).toBe(name ?? 'real');
  });

  it('is null for a stranger', () => {
    const { statement } = param('param a: foo = 1');
    expect(statement.kind === 'Param' && domainOf(statement)).toBeNull();
  });
});
