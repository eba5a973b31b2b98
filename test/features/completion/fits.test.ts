import { describe, expect, it } from 'vitest';
import { fitMethodNames, fitOptionNames } from '../../../src/features/docs/fit';
import { accept, item, labels } from '../completing';

describe('methods', () => {
  it('are offered behind fit', () => {
    expect(labels('fit <|>')).toEqual(fitMethodNames);
    expect(labels('fit gr<|>adient(steps = 3)')).toEqual(fitMethodNames);
    expect(labels('fit em <|>')).toEqual([]);
  });

  it('bring brackets where there are none', () => {
    expect(accept('em', 'fit <|>')).toBe('fit em()');
    expect(accept('em', 'fit gr<|>adient(steps = 3)')).toBe('fit em(steps = 3)');
    expect(item('em', 'fit <|>').detail).toBe('expectation maximisation');
  });
});

describe('options', () => {
  it('are those that are not given', () => {
    expect(labels('fit em(<|>)')).toEqual(fitOptionNames);
    expect(labels('fit em(steps = 3, <|>')).toEqual(fitOptionNames.filter((name) => name !== 'steps'));
    expect(labels('fit em(<|>, seed = 3)')).toEqual(fitOptionNames.filter((name) => name !== 'seed'));
    expect(labels('fit em(steps = <|>')).toEqual([]);
  });

  it('bring a value to start from', () => {
    expect(accept('seed', 'fit em(<|>)')).toBe('fit em(seed = 0)');
    expect(accept('seed', 'fit em(st<|> = 3)')).toBe('fit em(seed = 3)');
  });
});
