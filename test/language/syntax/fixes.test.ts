import { describe, expect, it } from 'vitest';
import { insertion, quoted, removal, replacement } from '../../../src/language/syntax/fixes';

describe('fixes', () => {
  const span = { start: 3, end: 5 };

  it('name what they write, add and remove', () => {
    expect(replacement(span, '=')).toEqual({ title: 'Write `=`', edits: [{ span, text: '=' }] });
    expect(removal(span, '))')).toEqual({ title: 'Remove `))`', edits: [{ span, text: '' }] });
    expect(insertion(4, ' ~')).toEqual({ title: 'Add `~`', edits: [{ span: { start: 4, end: 4 }, text: ' ~' }] });
  });

  it('hold spans and nothing else of a token', () => {
    const token = { ...span, kind: 'name', text: 'ab' };
    expect(replacement(token, 'c').edits[0]?.span).toEqual(span);
    expect(removal(token, 'ab').edits[0]?.span).toEqual(span);
  });

  it('quote at most 30 characters', () => {
    expect(quoted('z'.repeat(30))).toBe(`\`${'z'.repeat(30)}\``);
    expect(quoted('z'.repeat(31))).toBe(`\`${'z'.repeat(29)}…\``);
  });
});
