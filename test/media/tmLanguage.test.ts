import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { lex } from '../../src/language/syntax/lexer';
import { isKeyword } from '../../src/language/syntax/token';
import { domainNames } from '../../src/language/types/inferParam';
import { activations } from '../../src/model/activations';
import { families } from '../../src/model/families';
import { functions } from '../../src/model/functions';
import { grammarPath, loadGrammar, type Scoped, scopesOf } from './textMate';

const root = join(__dirname, '../..');

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** `text` → innermost scope, without the `.lvm` at its end, of every piece that is not only space. */
function innermost(source: string): [string, string][] {
  return scopesOf(grammar, source)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, scopes }) => [text.trim(), (scopes.at(-1) ?? '').replace(/\.lvm$/, '')]);
}

/** The scope of the n-th occurrence of a piece. */
function scope(source: string, text: string, nth = 0): string | undefined {
  return innermost(source).filter(([piece]) => piece === text)[nth]?.[1];
}

describe('statements', () => {
  it('mark their keyword, what they define, and the signs', () => {
    expect(innermost('param sigma: positive = [0.5, 1] // so')).toEqual([
      ['param', 'storage.type.param'],
      ['sigma', 'variable.other.definition.param'],
      [':', 'punctuation.separator.type'],
      ['positive', 'support.type.domain'],
      ['=', 'keyword.operator.assignment'],
      ['[', 'punctuation.section.brackets.begin'],
      ['0.5', 'constant.numeric'],
      [',', 'punctuation.separator.comma'],
      ['1', 'constant.numeric'],
      [']', 'punctuation.section.brackets.end'],
      ['//', 'punctuation.definition.comment'],
      ['so', 'comment.line.double-slash'],
    ]);
  });

  it('tell a conditional of a chain apart', () => {
    expect(innermost('latent z[t] | z[t-1] ~ Normal(0.9 * z, sd: .4) for t in 2..20')).toEqual([
      ['latent', 'storage.type.variable'],
      ['z', 'variable.other.definition.variable'],
      ['[', 'punctuation.section.brackets.begin'],
      ['t', 'variable.other'],
      [']', 'punctuation.section.brackets.end'],
      ['|', 'keyword.operator.given'],
      ['z', 'variable.other'],
      ['[', 'punctuation.section.brackets.begin'],
      ['t', 'variable.other'],
      ['-', 'keyword.operator.arithmetic'],
      ['1', 'constant.numeric'],
      [']', 'punctuation.section.brackets.end'],
      ['~', 'keyword.operator.distributed'],
      ['Normal', 'support.class.distribution'],
      ['(', 'punctuation.section.arguments.begin'],
      ['0.9', 'constant.numeric'],
      ['*', 'keyword.operator.arithmetic'],
      ['z', 'variable.other'],
      [',', 'punctuation.separator.comma'],
      ['sd', 'variable.parameter'],
      [':', 'punctuation.separator.key-value'],
      ['.4', 'constant.numeric'],
      [')', 'punctuation.section.arguments.end'],
      ['for', 'keyword.control.for'],
      ['t', 'variable.other.definition.index'],
      ['in', 'keyword.control.in'],
      ['2', 'constant.numeric'],
      ['..', 'keyword.operator.range'],
      ['20', 'constant.numeric'],
    ]);
  });

  it('tell networks, layers and activations apart', () => {
    const source =
      'network mu(z, w) = concat(z, w) -> dense(16, tanh) -> dense(1, activation: softplus)^2 + tanh(mu(z))';
    const [first] = innermost(source);
    expect(first).toEqual(['network', 'storage.type.network']);
    expect(scope(source, 'mu', 0)).toBe('entity.name.function.network');
    expect(scope(source, 'z', 0)).toBe('variable.parameter');
    expect(scope(source, 'w', 0)).toBe('variable.parameter');
    expect(scope(source, 'concat')).toBe('support.function.builtin');
    expect(scope(source, '->')).toBe('keyword.operator.pipeline');
    expect(scope(source, 'dense')).toBe('support.function.dense');
    expect(scope(source, 'tanh', 0)).toBe('support.constant.activation');
    expect(scope(source, 'activation')).toBe('variable.parameter');
    expect(scope(source, 'softplus')).toBe('support.constant.activation');
    expect(scope(source, '^')).toBe('keyword.operator.power');
    expect(scope(source, 'tanh', 1)).toBe('support.function.builtin');
    expect(scope(source, 'mu', 1)).toBe('entity.name.function.call');
    expect(scope(source, 'z', 2)).toBe('variable.other');
  });

  it('tell labels from values in a table', () => {
    const source =
      'observed y | k ~ case k {\n  blue: Normal(mu, 1),\n  orange: lift, // no label\n  else: case r { true: 0.5, -1: a }\n}';
    expect(scope(source, 'case')).toBe('keyword.control.case');
    expect(scope(source, 'blue')).toBe('constant.other.label');
    expect(scope(source, 'mu')).toBe('variable.other');
    expect(scope(source, 'orange')).toBe('constant.other.label');
    expect(scope(source, 'lift')).toBe('variable.other');
    expect(scope(source, 'else')).toBe('keyword.control.else');
    expect(scope(source, 'true')).toBe('constant.language.boolean');
    expect(scope(source, 'a')).toBe('variable.other');
    expect(scope(source, '}', 1)).toBe('punctuation.section.block.end');
  });

  it('tell labels from parameters of a distribution', () => {
    const source = 'latent k ~ Categorical(blue: 0.3, orange = 0.7)';
    expect(scope(source, 'blue')).toBe('constant.other.label');
    expect(scope(source, 'orange')).toBe('constant.other.label');
  });

  it('read data, weights, fit and view', () => {
    const source =
      'data x from "a b.csv" columns two, "three 3"\nweights from "w"\nfit em(steps = 1e-3)\nview x in [-1, .5]\nmodel "//"';
    expect(innermost(source)).toEqual([
      ['data', 'keyword.other.data'],
      ['x', 'variable.other'],
      ['from', 'keyword.control'],
      ['"', 'punctuation.definition.string.begin'],
      ['a b.csv', 'string.quoted.double'],
      ['"', 'punctuation.definition.string.end'],
      ['columns', 'keyword.control.columns'],
      ['two', 'entity.other.attribute-name.column'],
      [',', 'punctuation.separator.comma'],
      ['"', 'punctuation.definition.string.begin'],
      ['three 3', 'string.quoted.double'],
      ['"', 'punctuation.definition.string.end'],
      ['weights', 'keyword.other'],
      ['from', 'keyword.control'],
      ['"', 'punctuation.definition.string.begin'],
      ['w', 'string.quoted.double'],
      ['"', 'punctuation.definition.string.end'],
      ['fit', 'keyword.other.fit'],
      ['em', 'support.function.method'],
      ['(', 'punctuation.section.arguments.begin'],
      ['steps', 'variable.parameter'],
      ['=', 'keyword.operator.assignment'],
      ['1e-3', 'constant.numeric'],
      [')', 'punctuation.section.arguments.end'],
      ['view', 'keyword.other.view'],
      ['x', 'variable.other'],
      ['in', 'keyword.control'],
      ['[', 'punctuation.section.brackets.begin'],
      ['-', 'keyword.operator.arithmetic'],
      ['1', 'constant.numeric'],
      [',', 'punctuation.separator.comma'],
      ['.5', 'constant.numeric'],
      [']', 'punctuation.section.brackets.end'],
      ['model', 'keyword.other'],
      ['"', 'punctuation.definition.string.begin'],
      ['//', 'string.quoted.double'],
      ['"', 'punctuation.definition.string.end'],
    ]);
  });
});

describe('half-typed text', () => {
  it.each([
    'latent z ~ Normal(0, 1',
    'param w = [1, [2',
    'latent z ~ case k',
    'latent z ~ case k {',
    'latent z ~ case k { a: Normal(',
    'network f(z',
    'fit em(steps',
    'model "unclosed',
    'let a = (1 + ',
    'data x from "f" columns a,',
    'let a = f(',
    'let a = dense(3, ',
    'latent z ~ Categorical(a: ',
  ])('%j does not change the colours of the next statement', (broken) => {
    const next = 'observed x | z ~ Normal(z, sd: 1)';
    const alone = innermost(next);
    expect(innermost(`${broken}\n${next}`).slice(-alone.length)).toEqual(alone);
  });

  it.each(['param', 'let', 'network', 'latent', 'observed'])('%s alone is a keyword', (word) => {
    expect(innermost(word)).toEqual([[word, 'storage.type']]);
  });
});

describe('words', () => {
  it('are whole, and Unicode', () => {
    expect(innermost('let μ_1 = parameter + étéNormal + x2 + forα')).toEqual([
      ['let', 'storage.type.let'],
      ['μ_1', 'variable.other.definition.let'],
      ['=', 'keyword.operator.assignment'],
      ['parameter', 'variable.other'],
      ['+', 'keyword.operator.arithmetic'],
      ['étéNormal', 'variable.other'],
      ['+', 'keyword.operator.arithmetic'],
      ['x2', 'variable.other'],
      ['+', 'keyword.operator.arithmetic'],
      ['forα', 'variable.other'],
    ]);
  });

  it('in comments are nothing but comment', () => {
    const pieces = scopesOf(grammar, '/* param\nlatent 1 */ let a = 1');
    const comment = pieces.filter(({ scopes }) => scopes.includes('comment.block.lvm'));
    expect(comment.map(({ text }) => text).join('')).toBe('/* paramlatent 1 */');
  });
});

describe('the grammar lists exactly', () => {
  const source = readFileSync(grammarPath, 'utf8');
  const { repository } = JSON.parse(source) as {
    repository: Record<string, { match?: string; begin?: string; patterns?: { match?: string; begin?: string }[] }>;
  };
  const words = (pattern: string | undefined): string[] => {
    const [, list] = /\((?:\?:)?([A-Za-z|]+)\)/.exec(pattern ?? '') ?? [];
    return (list ?? '').split('|').sort();
  };

  it('the families of the catalogue', () => {
    const [call, name] = repository.distribution!.patterns!;
    expect(words(call!.begin)).toEqual(Object.keys(families).sort());
    expect(words(name!.match)).toEqual(Object.keys(families).sort());
  });

  it('the built-in functions', () => {
    expect(words(repository.function!.begin)).toEqual(Object.keys(functions).sort());
  });

  it('the activations', () => {
    const activation = repository.dense!.patterns!.find((pattern) => pattern.match?.includes('gelu'));
    expect(words(activation!.match)).toEqual(Object.keys(activations).sort());
  });

  it('the domains', () => {
    const [, list] = /\((real[a-z|]+)\)/.exec(repository.param!.match!)!;
    expect(list!.split('|').sort()).toEqual([...domainNames].sort());
  });
});

describe('in every model of the corpus', () => {
  const folders = ['test/cases/models', 'test/cases/grammar/valid', 'media/gallery'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      // A number that touches a keyword is two tokens; highlighting takes them for one word, and may.
      .filter((file) => file.endsWith('.lvm') && file !== 'tight.lvm')
      .map((file) => join(folder, file)),
  );

  it.each(files)('%s, each token has the scope of its kind', (file) => {
    const source = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n').replace('\uFEFF', '');
    const pieces = scopesOf(grammar, source);
    const at = new Map<number, Scoped>();
    for (const piece of pieces) for (let i = piece.start; i < piece.end; i++) at.set(i, piece);
    const { tokens, comments } = lex(source);
    for (const token of tokens) {
      if (token.kind === 'end') continue;
      const scopes = at.get(token.start)!.scopes;
      const found = `${token.text}: ${scopes.join(' ')}`;
      if (token.kind === 'number') expect(found).toMatch(/constant\.numeric/);
      else if (token.kind === 'string') expect(found).toMatch(/string\.quoted/);
      else if (token.kind === 'true' || token.kind === 'false') expect(found).toMatch(/constant\.language/);
      else if (isKeyword(token.kind)) expect(found).toMatch(/(storage\.type|keyword)[.a-z]*\.lvm$/);
      else if (token.kind === 'name') expect(found).toMatch(/(variable|support|entity|constant\.other)[-.a-z]*\.lvm$/);
      else expect(found).toMatch(/(punctuation|keyword\.operator)[-.a-z]*\.lvm$/);
    }
    for (const { span } of comments) expect(at.get(span.start)!.scopes.join(' ')).toMatch(/comment/);
  });
});
