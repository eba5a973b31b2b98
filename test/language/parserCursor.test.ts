import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { insertion, quoted, removal, replacement, spanOf } from '../../src/language/parserCursor';
import { mostDiagnostics } from '../../src/language/scanner';
import { expectDiagnostics } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('fixes', () => {
  const span = { start: 3, end: 5 };

  it('name what they write, add and remove', () => {
    expect(replacement(span, '=')).toEqual({ title: 'Write `=`', edits: [{ span, text: '=' }] });
    expect(removal(span, '))')).toEqual({ title: 'Remove `))`', edits: [{ span, text: '' }] });
    expect(insertion(4, ' ~')).toEqual({ title: 'Add `~`', edits: [{ span: { start: 4, end: 4 }, text: ' ~' }] });
  });

  it('hold spans and nothing else of a token', () => {
    const token = { ...span, kind: 'name', text: 'ab' };
    expect(spanOf(token)).toEqual(span);
    expect(replacement(token, 'c').edits[0]?.span).toEqual(span);
  });

  it('quote at most 30 characters', () => {
    expect(quoted('z'.repeat(30))).toBe(`\`${'z'.repeat(30)}\``);
    expect(quoted('z'.repeat(31))).toBe(`\`${'z'.repeat(29)}…\``);
  });
});

describe('one message for one mistake', () => {
  it('a keyword taken for a name is said where it is first, not at its uses', () => {
    const source = 'param «view» = 1\nlet a = 2 * view + view\nlatent z ~ Normal(view, a)';
    expectDiagnostics(diagnose, source, [
      {
        code: 'keyword-as-name',
        message: '`view` is a keyword and cannot be the name of a parameter; choose another name.',
        fixed: null,
      },
    ]);
  });

  it('where the lexer spoke, the parser is silent', () => {
    const { tree, diagnostics } = parse('let a = b + @ * c\nlet d = 1');
    expect(diagnostics.map(({ code }) => code)).toEqual(['stray-character']);
    expect(sketch(tree)).toEqual(['!let a = (+ b (* ? c))', 'let d = 1']);
  });

  it('a statement that was given up says no more, the next one does', () => {
    expectDiagnostics(diagnose, 'fit «100» ] ( ,\nview x «in»', [
      {
        code: 'expected-method',
        message: 'Expected a method after `fit`: `em`, `gradient`, `elbo` or `iwae`, found `100`.',
      },
      { code: 'expected-value', message: 'Expected a value after `in`.' },
    ]);
  });

  it(`and at most ${mostDiagnostics} in all`, () => {
    expect(diagnose('let a = 1 +\n'.repeat(mostDiagnostics + 5))).toHaveLength(mostDiagnostics);
  });
});

describe('where a statement starts', () => {
  it.each([
    ['let a = b\nobsreved x ~ N(0)', ['let a = b', '!observed x ~ N(0)']],
    ['let a = b\n+ latnet', ['let a = (+ b latnet)']],
    ['let a = b +\nlatnet', ['let a = (+ b latnet)']],
    ['let a = b\nmodle "t"', ['let a = b', '!model "t"']],
    ['let a = [b,\n param c = 1', ['!let a = [b, ?]', 'param c = 1']],
  ])('%j', (text, shapes) => {
    expect(sketch(parse(text).tree)).toEqual(shapes);
  });
});
