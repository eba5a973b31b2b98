import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/features/highlight';
import { analysed } from './cursor';

describe('highlight', () => {
  it('tells definitions from uses', () => {
    const { analysis, offset } = analysed('param m<|>u = 1\nlatent z ~ Normal(mu, 1)');
    expect(highlight(analysis, offset)).toEqual([
      { span: { start: 6, end: 8 }, kind: 'write' },
      { span: { start: 31, end: 33 }, kind: 'read' },
    ]);
  });

  it('marks nothing beside names', () => {
    const { analysis, offset } = analysed('param mu = <|>1');
    expect(highlight(analysis, offset)).toEqual([]);
  });
});
