import { describe, expect, it } from 'vitest';
import { choice, literal, stop } from '../../src/features/snippet';

describe('snippets', () => {
  it('have stops with and without text', () => {
    expect([stop(1), stop(2, 'tanh')]).toEqual(['$1', `$${'{2:tanh}'}`]);
  });

  it('offer a choice', () => {
    expect(choice(3, ['a', 'b'])).toBe(`$${'{3|a,b|}'}`);
  });

  it('escape what the syntax would read', () => {
    expect(literal('a$b}c\\d')).toBe('a\\$b\\}c\\\\d');
    expect(stop(1, '{x}')).toBe(`$${'{1:{x\\}}'}`);
  });
});
