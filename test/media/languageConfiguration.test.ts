import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lex } from '../../src/language/syntax/lexer';

interface Configuration {
  readonly comments: { readonly lineComment: string; readonly blockComment: readonly [string, string] };
  readonly brackets: readonly (readonly [string, string])[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const root = join(__dirname, '../..');
const path = join(root, 'media/language-configuration.json');
const configuration = JSON.parse(readFileSync(path, 'utf8')) as Configuration;

describe('the language configuration', () => {
  it('has the comments and brackets of the lexer', () => {
    const { lineComment, blockComment } = configuration.comments;
    const { comments, tokens } = lex(`${lineComment} a\n${blockComment[0]} b ${blockComment[1]}`);
    expect(comments.map(({ kind }) => kind)).toEqual(['LineComment', 'BlockComment']);
    expect(tokens.map(({ kind }) => kind)).toEqual(['end']);
    for (const [open, close] of configuration.brackets) {
      expect(lex(open + close).tokens.map(({ kind }) => kind)).toEqual([open, close, 'end']);
    }
  });
});

describe('a word', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words = (text: string) => [...text.matchAll(new RegExp(pattern, `g${flags}`))].map(([word]) => word);

  it('is a name or a number, whole', () => {
    expect(words('μ_1[t-1] 2..20 .5 2e-3 1.5 x\u0301y é2')).toEqual([
      'μ_1',
      't',
      '1',
      '2',
      '20',
      '.5',
      '2e-3',
      '1.5',
      'x\u0301y',
      'é2',
    ]);
  });

  it('is never empty', () => {
    expect(new RegExp(`^(?:${pattern})$`, flags).test('')).toBe(false);
  });

  it.each(readdirSync(join(root, 'test/cases/models')))('is every name and number of %s', (file) => {
    const source = readFileSync(join(root, 'test/cases/models', file), 'utf8');
    const { tokens, comments } = lex(source);
    const code = comments.reduceRight(
      (text, { span }) => text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end),
      source,
    );
    const found = new Set(words(code.replace(/"[^"\n]*"/g, '')));
    const expected = tokens.filter(({ kind }) => !['string', 'end'].includes(kind) && /[\p{L}\p{N}_]/u.test(kind));
    for (const { text } of expected) expect(found).toContain(text);
  });
});

describe('indentation', () => {
  const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
  const decrease = new RegExp(configuration.indentationRules.decreaseIndentPattern);

  it.each(['latent z ~ Bernoulli(case k {', 'param w = [', 'let a = f(', '  true: Normal('])(
    'grows behind %j',
    (line) => {
      expect(increase.test(line)).toBe(true);
    },
  );

  it.each(['latent z ~ Normal(0, 1)', 'param w = [1, 2]', '// a case {', 'let a = 1 // {', '})'])(
    'does not behind %j',
    (line) => {
      expect(increase.test(line)).toBe(false);
    },
  );

  it.each(['})', '  ]', ' )'])('shrinks at %j', (line) => {
    expect(decrease.test(line)).toBe(true);
  });
});

describe('Enter', () => {
  const action = (before: string, after = '') =>
    configuration.onEnterRules.find(
      ({ beforeText, afterText }) =>
        new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
    )?.action;

  it('within a comment goes on with the comment', () => {
    expect(action('  // one', ' two')).toEqual({ indent: 'none', appendText: '// ' });
    expect(action('  // one', '')).toBeUndefined();
  });

  it.each(['latent z ~ ', 'observed x | z,', 'param mu =', 'let a = b +', 'network f(z) = z ->', 'latent z |'])(
    'behind %j indents what follows',
    (before) => {
      expect(action(before)).toEqual({ indent: 'indent' });
    },
  );

  it.each(['latent z ~ Normal(0, 1)', 'model "a ="', 'let a = 1 // so +'])('behind %j does not', (before) => {
    expect(action(before)).toBeUndefined();
  });
});
