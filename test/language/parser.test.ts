import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { nestingLimit } from '../../src/language/parserExpressions';
import { heightLimit } from '../../src/language/parserOperands';
import type { Expression, Statement } from '../../src/language/tree';
import { expectDiagnostics } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

function shapes(text: string): string[] {
  return sketch(parse(text).tree);
}

function only<Kind extends Statement['kind']>(text: string, kind: Kind): Extract<Statement, { kind: Kind }> {
  const [statement] = parse(text).tree.statements;
  if (statement?.kind !== kind) throw new Error(`expected ${kind}, found ${statement?.kind}`);
  return statement as Extract<Statement, { kind: Kind }>;
}

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 - 2 - 3', '(- (- 1 2) 3)'],
    ['1 / 2 * 3', '(* (/ 1 2) 3)'],
    ['2 ^ 3 ^ 4', '(^ 2 (^ 3 4))'],
    ['-x^2', '(- (^ x 2))'],
    ['2^-x', '(^ 2 (- x))'],
    ['-x * y', '(* (- x) y)'],
    ['a - -b', '(- a (- b))'],
    ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
    ['z -> f(1) + 2 -> g', '(-> z (+ f(1) 2) g)'],
    ['w[z][1]^2', '(^ (at (at w z) 1) 2)'],
    ['f(x)[1]', '(at f(x) 1)'],
    ['[1, [2, 3], -4]', '[1, [2, 3], (- 4)]'],
    ['N(0, sd: 1, df = 2)', 'N(0, sd: 1, df: 2)'],
    ['f()', 'f()'],
    ['true + false', '(+ true false)'],
    ['case a, b { true, x: 1, -2, 3: 4, else: 5, }', 'case a, b {true, x: 1; (- 2), 3: 4; else: 5}'],
    ['case a { x: case b { y: 1 }, z: 2 }', 'case a {x: case b {y: 1}; z: 2}'],
    ['N(0, 1)^2', '(^ N(0, 1) 2)'],
    ['1.5e-3', '0.0015'],
  ])('%s is %s', (source, shape) => {
    expect(diagnose(`let a = ${source}`)).toEqual([]);
    expect(shapes(`let a = ${source}`)).toEqual([`let a = ${shape}`]);
  });
});

describe('statements', () => {
  it.each([
    ['model "Three bumps"', 'model "Three bumps"'],
    ['model ""', 'model ""'],
    ['param mu = [1, 2]', 'param mu = [1, 2]'],
    ['param s: positive = 1', 'param s: positive = 1'],
    ['param s: interval(-1, 1) = 0', 'param s: interval((- 1), 1) = 0'],
    ['let a = b', 'let a = b'],
    ['network f(x, y) = x -> dense(1)', 'network f(x, y) = (-> x dense(1))'],
    ['latent z ~ Normal(0, 1)', 'latent z ~ Normal(0, 1)'],
    ['latent z[1] ~ N(0)', 'latent z[1] ~ N(0)'],
    ['observed x[t] | x[t-1], z ~ N(z) for t in 2..n', 'observed x[t] | x[(- t 1)], z ~ N(z) for t in 2..n'],
    ['data x from "f.csv"', 'data x from "f.csv"'],
    ['data x from "f.csv" columns a, "b c"', 'data x from "f.csv" columns a, "b c"'],
    ['data x = [1]', 'data x = [1]'],
    ['weights from "w"', 'weights "w"'],
    ['fit em', 'fit em()'],
    ['fit em(steps = 3, rate: .1)', 'fit em(steps = 3, rate = 0.1)'],
    ['view x[2] in [0, 1]', 'view x[2] in [0, 1]'],
  ])('%s', (source, shape) => {
    expect(diagnose(source)).toEqual([]);
    expect(shapes(source)).toEqual([shape]);
  });

  it('need no separator', () => {
    expect(shapes('param a = 1 let b = a latent z ~ N(b) fit em view z in [0, 1]')).toEqual([
      'param a = 1',
      'let b = a',
      'latent z ~ N(b)',
      'fit em()',
      'view z in [0, 1]',
    ]);
  });

  it('may stretch over lines', () => {
    expect(shapes('observed\n  x\n  | z\n  ~\n  Normal(\n    z,\n    1\n  )\n  for t\n  in 1\n  .. 2')).toEqual([
      'observed x | z ~ Normal(z, 1) for t in 1..2',
    ]);
  });
});

describe('what is left of a broken statement', () => {
  it.each([
    ['latent z ~', '!latent z ~ ?'],
    ['latent z ~ Normal(', '!latent z ~ Normal()'],
    ['latent z ~ Normal(0, ', '!latent z ~ Normal(0, ?)'],
    ['latent z ~ Normal(0,, 1)', '!latent z ~ Normal(0, ?, 1)'],
    ['latent z ~ Normal(mu[z, 1)', '!latent z ~ Normal((at mu z), 1)'],
    ['latent z ~ Normal(0, 1 for t in 2..20', '!latent z ~ Normal(0, 1) for t in 2..20'],
    ['observed x | ~ Normal(0, 1)', '!observed x |  ~ Normal(0, 1)'],
    ['observed x | z Normal(0, 1)', '!observed x | z ~ Normal(0, 1)'],
    ['latent z = Normal(0, 1)', '!latent z ~ Normal(0, 1)'],
    ['latent ~ Normal(0, 1)', '!latent ? ~ Normal(0, 1)'],
    ['latent z | a b, ~ N(a)', '!latent z | a, b ~ N(a)'],
    ['param w = [1, 2', '!param w = [1, 2]'],
    ['param w = [1 2 3]', '!param w = [1, 2, 3]'],
    ['param data = 1', '!param data = 1'],
    ['param s positive = 1', '!param s: positive = 1'],
    ['let a = 2z', '!let a = (* 2 z)'],
    ['let a = b +', '!let a = (+ b ?)'],
    ['latent z ~ Categorical(a: 0.2 b: 0.8)', '!latent z ~ Categorical(a: 0.2, b: 0.8)'],
    ['latent z ~ case k { a: 1, b: }', '!latent z ~ case k {a: 1; b: ?}'],
    ['latent z ~ case k { a 1, b: 2 }', '!latent z ~ case k {a: 1; b: 2}'],
    ['data x from f.csv columns a', '!data x from "f.csv" columns a'],
    ['data x from "f.csv columns a', '!data x from "f.csv" columns a'],
    ['data x form "f.csv"', '!data x from "f.csv"'],
    ['fit em(steps 3)', '!fit em(steps = 3)'],
    ['fit em(3, rate = 1)', '!fit em(rate = 1)'],
    ['view x [0, 1]', '!view x in [0, 1]'],
    ['latnet z ~ Normal(0, 1)', '!latent z ~ Normal(0, 1)'],
    ['z ~ Normal(0, 1)', '!broken'],
  ])('%s', (source, shape) => {
    expect(shapes(source)).toEqual([shape]);
  });

  it('is whole where only a warning was given', () => {
    expect(shapes('param a = 1.')).toEqual(['param a = 1']);
  });

  it('ends where the next statement starts', () => {
    expect(shapes('param a = @\n@ param b = 1')).toEqual(['!param a = ?', 'param b = 1']);
    expect(shapes('param a = 1 @\nparam b = 1')).toEqual(['!param a = 1', 'param b = 1']);
    expect(shapes('param a = 1\n@ param b = 1\n@')).toEqual(['param a = 1', 'param b = 1']);
  });
});

describe('spans', () => {
  const at = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

  it('of a variable, its parents and its loop', () => {
    const text = '  latent z[t] | z[t-1] , k ~ N(0)  for t in 2..20  // so';
    const s = only(text, 'Variable');
    expect(at(text, s.span)).toBe('latent z[t] | z[t-1] , k ~ N(0)  for t in 2..20');
    expect(at(text, s.keyword)).toBe('latent');
    expect(at(text, s.parentsSpan!)).toBe('| z[t-1] , k');
    expect(s.parents!.map((p) => at(text, p.span))).toEqual(['z[t-1]', 'k']);
    expect(at(text, s.loop!.span)).toBe('for t in 2..20');
  });

  it('of a call with and without its closing bracket', () => {
    const call = (text: string) => (only(text, 'Let').value as Extract<Expression, { kind: 'Call' }>).argsSpan;
    expect(call('let a = f( 1, 2 )')).toEqual({ start: 10, end: 16 });
    expect(call('let a = f()')).toEqual({ start: 10, end: 10 });
    expect(call('let a = f( 1, 2 ')).toEqual({ start: 10, end: 15 });
    expect(call('let a = f(')).toEqual({ start: 10, end: 10 });
  });

  it('of a table and its rows', () => {
    const text = 'let a = case b, c { true, x: 1 , else : 2 }';
    const table = only(text, 'Let').value as Extract<Expression, { kind: 'Case' }>;
    expect(at(text, table.keyword)).toBe('case');
    expect(at(text, table.bodySpan)).toBe('{ true, x: 1 , else : 2 }');
    expect(table.rows.map((row) => at(text, row.span))).toEqual(['true, x: 1', 'else : 2']);
    expect(table.rows.map((row) => at(text, row.patternSpan))).toEqual(['true, x', 'else']);
  });

  it('of what is missing is the place right behind the last token', () => {
    const s = only('latent z ~   // so', 'Variable');
    expect(s.distribution).toEqual({ kind: 'Hole', span: { start: 10, end: 10 } });
    expect(s.span).toEqual({ start: 0, end: 10 });
  });
});

describe('too deep', () => {
  const nested = (depth: number) => `let a = ${'('.repeat(depth)}1${')'.repeat(depth)}`;
  const message = `This nests more than ${nestingLimit} levels deep; give the inner parts names with \`let\`.`;

  it('is said once, and never overflows the stack', () => {
    expect(diagnose(nested(nestingLimit - 1))).toEqual([]);
    for (const depth of [nestingLimit, 10_000]) {
      const found = diagnose(`${nested(depth)}\nparam b = 1 +`);
      expect(found.map((d) => d.message)).toEqual([message, 'Expected a value after `+`.']);
    }
    for (const piece of ['[', '(', '-', 'f(', 'case a { b: ', 'a[', '2^', 'case case ']) {
      const found = diagnose(`let a = ${piece.repeat(5_000)}`);
      expect(found.map((d) => d.code)).toEqual(['nested-too-deeply']);
    }
  });

  it.each(['1 + ', '1 * ', '1 - 2 / 3 + ', 'z -> '])(
    'chains of %j count, too: whoever walks the tree recurses',
    (link) => {
      const links = link.length > 5 ? heightLimit / 3 : heightLimit - 1;
      expect(diagnose(`let a = ${link.repeat(Math.floor(links))}1`)).toEqual([]);
      const found = diagnose(`let a = ${link.repeat(20_000)}1\nparam b = 1 +`);
      expect(found.map((d) => d.code)).toEqual(['nested-too-deeply', 'expected-value']);
    },
  );

  it('chains of indices count', () => {
    expectDiagnostics(diagnose, `let a = b${'[1]'.repeat(heightLimit - 1)}[1«]»[1]`, [
      {
        code: 'nested-too-deeply',
        message: `This has more than ${heightLimit} operations inside one another; give parts of it names with \`let\`.`,
      },
    ]);
  });
});
