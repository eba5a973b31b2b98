import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/language/syntax/lexer';
import { type Parsed, parse } from '../../../src/language/syntax/parser';
import type { Span } from '../../../src/language/syntax/span';
import { isKeyword, symbols } from '../../../src/language/syntax/token';
import { modelOfLines } from '../../bench/parse';
import { applyEdits } from '../harness';

const folder = join(__dirname, '../../cases/models');
const models = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

/** Those that are quick enough to be tried token by token. */
const short = models.filter(({ length }) => length < 3000);

interface Node {
  readonly kind: string;
  readonly span: Span;
}

const isNode = (value: unknown): value is Node => {
  return typeof value === 'object' && value !== null && 'kind' in value && 'span' in value;
};

/** The nodes right below a node, in no particular order. */
function children(node: Node): Node[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

/** The spans of a node that are no nodes: keywords, bodies, arguments. */
function innerSpans(node: Node): Span[] {
  const isSpan = (value: unknown): value is Span => {
    return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && !isNode(value);
  };
  return Object.entries(node).flatMap(([key, value]) => (key !== 'span' && isSpan(value) ? [value] : []));
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** Everything that holds of any text whatsoever. Fails by throwing; expectations only where something is wrong, for speed. */
function checkInvariants(text: string, { tree, diagnostics }: Parsed): void {
  const fail = (what: string, where: unknown) => {
    throw new Error(`${what}: ${JSON.stringify(where)} in ${JSON.stringify(text.slice(0, 2000))}`);
  };
  const whole = { start: 0, end: text.length };
  const pending: Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.span.start > node.span.end || !contains(whole, node.span)) fail('span outside the text', node);
    for (const span of innerSpans(node)) if (!contains(node.span, span)) fail('inner span outside', node);
    for (const child of children(node)) {
      if (!contains(node.span, child.span)) fail('child outside its parent', { node, child });
      pending.push(child);
    }
    checkLeaf(text, node, fail);
  }
  let done = 0;
  for (const { span } of tree.statements) {
    if (span.start < done || span.start === span.end) fail('statements overlap or are empty', span);
    done = span.end;
  }
  let last = 0;
  for (const diagnostic of diagnostics) {
    const { span, fixes, related, message } = diagnostic;
    if (span.start >= span.end || !contains(whole, span)) fail('diagnostic cannot be seen', diagnostic);
    if (span.start < last) fail('diagnostics out of order', diagnostic);
    last = span.start;
    if (!/^[A-Z`].*[.?]$/s.test(message) || message.length > 250) fail('message is no sentence', diagnostic);
    for (const { edits } of fixes) applyEdits(text, edits);
    for (const edit of fixes.flatMap(({ edits }) => edits)) if (!contains(whole, edit.span)) fail('edit outside', edit);
    for (const place of related) if (!contains(whole, place.span)) fail('related outside', place);
  }
  checkBroken(tree.statements, diagnostics, fail);
}

function checkLeaf(text: string, node: Node, fail: (what: string, where: unknown) => void): void {
  const written = text.slice(node.span.start, node.span.end);
  const { text: name, value } = node as { text?: unknown; value?: unknown };
  if ((node.kind === 'Identifier' || node.kind === 'Name') && name !== written) fail('name is not its text', node);
  if (node.kind === 'Number' && value !== Number.parseFloat(written)) fail('number is not its text', node);
  if (node.kind === 'Boolean' && String(value) !== written) fail('boolean is not its text', node);
  if (node.kind === 'String' && !written.includes(String(value))) fail('string is not its text', node);
}

/** A text without errors has no broken statement; one with errors has, unless they are all about comments and stray text. */
function checkBroken(
  statements: readonly { readonly broken: boolean }[],
  diagnostics: Parsed['diagnostics'],
  fail: (what: string, where: unknown) => void,
): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const broken = statements.some((statement) => statement.broken);
  if (errors.length === 0 && broken)
    fail(
      'broken without a reason',
      statements.filter((s) => s.broken),
    );
  const lexical = new Set(['foreign-comment', 'stray-character', 'unclosed-comment']);
  if (errors.some(({ code }) => !lexical.has(code)) && !broken) fail('error in no statement', errors);
}

const check = (text: string) => checkInvariants(text, parse(text));

describe('every model of the corpus', () => {
  it('cut off anywhere', () => {
    for (const model of short) for (let end = 0; end <= model.length; end += 7) check(model.slice(0, end));
  });

  it('with any one token left out gives one message, but for some in two hundred', () => {
    let tried = 0;
    let several = 0;
    for (const model of short) {
      for (const token of lex(model).tokens) {
        if (token.kind === 'end') continue;
        const text = model.slice(0, token.start) + model.slice(token.end);
        const parsed = parse(text);
        checkInvariants(text, parsed);
        tried++;
        if (parsed.diagnostics.length > 1) several++;
        expect({ text: text.slice(token.start - 60, token.start + 60), n: parsed.diagnostics.length <= 2 }).toEqual({
          text: text.slice(token.start - 60, token.start + 60),
          n: true,
        });
      }
    }
    expect(tried).toBeGreaterThan(1000);
    expect(several / tried).toBeLessThan(0.005);
  });
});

describe('any text', () => {
  const junk = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...symbols, '"', '/*', '//', '\n', ' '),
    fc.constantFrom(
      'latent',
      'param',
      'case',
      'for',
      'in',
      'data',
      'from',
      'columns',
      'else',
      'true',
      'latnet',
      'Normal',
      'x',
      '1',
      '2.5',
      '1.',
      '2e-',
      '@',
      '“',
      '−',
    ),
  );

  it('made of junk', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 60 }), fc.constantFrom('', ' ', '\n'), (pieces, between) => {
        check(pieces.join(between));
      }),
      { seed: 4, numRuns: 3000 },
    );
  });

  it('made of a model by inserting, leaving out and swapping tokens and characters', () => {
    const edit = fc.record({
      how: fc.constantFrom('insert', 'delete token', 'delete characters', 'swap', 'replace'),
      at: fc.nat(),
      length: fc.integer({ min: 1, max: 12 }),
      text: junk,
    });
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.array(edit, { minLength: 1, maxLength: 4 }), (model, edits) => {
        let text = model;
        for (const { how, at, length, text: piece } of edits) {
          const place = at % (text.length + 1);
          const { tokens } = lex(text);
          const i = at % tokens.length;
          const [token, next] = [tokens[i]!, tokens[Math.min(i + 1, tokens.length - 1)]!];
          const around = [text.slice(0, token.start), text.slice(token.end)] as const;
          if (how === 'insert') text = text.slice(0, place) + piece + text.slice(place);
          else if (how === 'delete characters') text = text.slice(0, place) + text.slice(place + length);
          else if (how === 'delete token') text = around.join('');
          else if (how === 'replace') text = around.join(piece);
          else if (next.start >= token.end) {
            text = around[0] + next.text + text.slice(token.end, next.start) + token.text + text.slice(next.end);
          }
        }
        check(text);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('keeps its good statements: whatever stands on the lines before and after, by an end of line', () => {
    const good = 'observed x | z ~ Normal(z, 1)';
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 20 }), (pieces) => {
        const before = pieces.join(' ');
        fc.pre(!/\/\*/.test(before));
        const text = `${before}\n${good}\n${before}`;
        const { tree } = parse(text);
        const start = before.length + 1;
        const found = tree.statements.find((s) => s.span.start === start);
        expect(found?.kind).toBe('Variable');
      }),
      { seed: 6, numRuns: 1000 },
    );
  });
});

describe('a mend', () => {
  it('of one left-out token, where there is one, mostly leaves nothing to say, and never more than before', () => {
    let offered = 0;
    let mended = 0;
    for (const model of short) {
      for (const token of lex(model).tokens) {
        if (token.kind === 'end' || isKeyword(token.kind)) continue;
        const text = model.slice(0, token.start) + model.slice(token.end);
        const { diagnostics } = parse(text);
        const fix = diagnostics[0]?.fixes[0];
        if (fix === undefined) continue;
        const left = parse(applyEdits(text, fix.edits)).diagnostics.length;
        expect(left).toBeLessThanOrEqual(diagnostics.length);
        offered++;
        if (left === 0) mended++;
      }
    }
    expect(offered).toBeGreaterThan(1000);
    expect(mended / offered).toBeGreaterThan(0.98);
  });
});

describe('large texts', () => {
  const million = 1_000_000;
  const repeated = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));

  it.each([
    '(',
    ')',
    '[1,',
    '{',
    'a ',
    'latent ',
    'latent z ~ ',
    'latent z ~ Normal(\n',
    'param w = [1 2 3]\n',
    'latnet z\n',
    'a b\n',
    '"',
    '"\n',
    "'\n",
    '“',
    '/*',
    '//',
    '#\n',
    '@ ',
    '@',
    '🙂',
    '−',
    '1.',
    '1e',
    '..',
    ' ',
    '\n',
    'x -> ',
    '1 + ',
    '- ',
    'case k { ',
    'a[',
    '2^',
    'let a = b[c, ',
    'columns ',
    'μ',
    'a\u0301',
    ', ',
    '= ',
    'data x from f ',
    'data x from "a columns b" columns ',
    '\u0000',
  ])('a great many of %j', (piece) => {
    check(repeated(piece, 50_000));
    check(`let a = ${repeated(piece, 50_000)}`);
  });

  it.each(['a b\n', 'latnet z\n', '"', '“', '(', '1 + ', '@ '])('a megabyte of %j', (piece) => {
    check(repeated(piece, million));
  });

  it('a name, a number, a text and a comment of a megabyte', () => {
    for (const text of [
      'a'.repeat(million),
      '1'.repeat(million),
      `"${'a'.repeat(million)}"`,
      `/*${' '.repeat(million)}*/`,
    ]) {
      check(text);
      check(`model ${text}`);
      check(`param a = ${text}`);
    }
  });

  it('5,000 lines, one of them broken', () => {
    const lines = modelOfLines(5000).split('\n');
    lines[2500] = 'latent z ~ Normal(0, 1';
    const { tree, diagnostics } = parse(lines.join('\n'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['unclosed-bracket']);
    expect(tree.statements.filter(({ broken }) => broken)).toHaveLength(1);
    expect(tree.statements).toHaveLength(5000);
  });
});
