import { describe, expect, it } from 'vitest';
import { commentAt, statementBefore } from '../../src/features/nodeAt';
import { analysed } from './cursor';

describe('statementBefore', () => {
  it.each([
    ['<|>let a = 1', 'Let'],
    [' <|> let a = 1', null],
    ['let a = 1\n\n<|>', 'Let'],
    ['let a = 1\nlatent<|> z', 'Variable'],
  ])('at %s', (source, kind) => {
    const { analysis, offset } = analysed(source);
    expect(statementBefore(analysis, offset)?.kind ?? null).toBe(kind);
  });
});

describe('commentAt', () => {
  it.each([
    ['// a<|>', true],
    ['//<|> a\nlet', true],
    ['<|>// a', false],
    ['// a\n<|>', false],
    ['/* a<|> */', true],
    ['/* a */<|>', false],
    ['/* a *<|>/', true],
    ['/*<|>', true],
    ['/*/<|>', true],
    ['let a <|>= 1 // b', false],
  ])('at %s: %s', (source, inside) => {
    const { analysis, offset } = analysed(source);
    expect(commentAt(analysis, offset) !== null).toBe(inside);
  });
});
