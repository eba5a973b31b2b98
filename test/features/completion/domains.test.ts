import { describe, expect, it } from 'vitest';
import { domainNames } from '../../../src/features/docs/domain';
import { accept, item, labels } from '../completing';

describe('domainDrafts', () => {
  it.each(['param s: <|>', 'param s:<|>', 'param s: pos<|>', 'param s: <|> = 1', 'param s: re<|>al = 1'])(
    'are all offered at %s',
    (source) => {
      expect(labels(source)).toEqual([...domainNames]);
    },
  );

  it('are not offered elsewhere', () => {
    expect(labels('param s: positive <|>')).toEqual([]);
    expect(labels('param s <|>')).toEqual([]);
    expect(labels('let s: <|>')).toEqual([]);
  });

  it('give an interval its ends', () => {
    expect(accept('interval', 'param s: <|> = 1')).toBe('param s: interval(0, 1) = 1');
    expect(accept('interval', 'param s: <|>(2, 3) = 1')).toBe('param s: interval(2, 3) = 1');
  });

  it('say what they hold', () => {
    expect(item('simplex', 'param s: <|>').detail).toBe('probabilities that sum to 1');
  });
});
