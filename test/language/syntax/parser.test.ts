import { describe, expect, it } from 'vitest';
import { heightLimit, nestingLimit, parse } from '../../../src/language/syntax/parser';
import type { Expression, Statement } from '../../../src/language/syntax/tree';
import { expectDiagnostics } from '../harness';
import { parseCall, parseExpression } from '../inspect';
import { sketch } from '../sketch';

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
    ['-2^2', '(- (^ 2 2))'],
    ['2^-3^4', '(^ 2 (- (^ 3 4)))'],
    ['a / b / c', '(/ (/ a b) c)'],
    ['a * -b / c', '(/ (* a (- b)) c)'],
    ['a - b * c ^ d', '(- a (* b (^ c d)))'],
    ['a + b -> f -> g + h', '(-> (+ a b) f (+ g h))'],
    ['a -> (b -> c)', '(-> a (-> b c))'],
    ['a[1]^b[2]', '(^ (at a 1) (at b 2))'],
    ['-a[1][b -> c]', '(- (at (at a 1) (-> b c)))'],
    ['case z { 0: 1, -1.5: 2, else: 3 }', 'case z {0: 1; (- 1.5): 2; else: 3}'],
    ['case z[t-1], k + 1 { a, 2: b }', 'case (at z (- t 1)), (+ k 1) {a, 2: b}'],
    ['case k { true: f -> g, false: N(0) }', 'case k {true: (-> f g); false: N(0)}'],
    ['2 * case k { a: 1, else: 0 } + 1', '(+ (* 2 case k {a: 1; else: 0}) 1)'],
    ['case f(a: 1) { 1: 2, else: 3 }', 'case f(a: 1) {1: 2; else: 3}'],
    ['case k { a: 1 }[2]', '(at case k {a: 1} 2)'],
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
    ['param s: interval() = 1', 'param s: interval = 1'],
    ['param s: interval(-a, 2 * b) = [1, 2]', 'param s: interval((- a), (* 2 b)) = [1, 2]'],
    ['let a = x -> f', 'let a = (-> x f)'],
    ['network f(a) = case a { 0: 1, else: a }', 'network f(a) = case a {0: 1; else: a}'],
    ['latent z[1] | k[2], w ~ a + b', 'latent z[1] | k[2], w ~ (+ a b)'],
    [
      'observed x[2*t] | x[t-1] ~ N(0) for t in a+1..2*b',
      'observed x[(* 2 t)] | x[(- t 1)] ~ N(0) for t in (+ a 1)..(* 2 b)',
    ],
    ['latent z ~ case k { a: N(0), else: N(1) }', 'latent z ~ case k {a: N(0); else: N(1)}'],
    ['fit gradient(rate = 10 ^ -3, steps: 2 * n)', 'fit gradient(rate = (^ 10 (- 3)), steps = (* 2 n))'],
    ['view x[t - 1] in [-1, b]', 'view x[(- t 1)] in [(- 1), b]'],
    ['view x in b', 'view x in b'],
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

  it('take columns that are names and texts', () => {
    expect(sketch(parse('data x from "f" columns a, "b, c", d\nfit em').tree)).toEqual([
      'data x from "f" columns a, "b, c", d',
      'fit em()',
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
    ['let a = [1,, 2,]', '!let a = [1, ?, 2, ?]'],
    ['let a = f(, b)', '!let a = f(?, b)'],
    ['let a = [1 2, 3 4]', '!let a = [1, 2, 3, 4]'],
    ['let a = [1, = 2, 3]', '!let a = [1, ?, 3]'],
    ['let a = [1, = (2, 3), 4]', '!let a = [1, ?, 4]'],
    ['let a = case k { b: 1, }', 'let a = case k {b: 1}'],
    ['let a = [[1, 2], [3, 4]', '!let a = [[1, 2], [3, 4]]'],
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

  it('ends where closing brackets that it lacks should stand', () => {
    expect(sketch(parse('latent z ~ Normal(mu[k, 1\nobserved x | z ~ Normal(z, 1)').tree)).toEqual([
      '!latent z ~ Normal((at mu k), 1)',
      'observed x | z ~ Normal(z, 1)',
    ]);
  });

  it('is all that follows a missing name', () => {
    const text = 'param ( = 3 let = 4 view in [0, 1] data from "f" latent | z ~ N(z)';
    expect(sketch(parse(text).tree)).toEqual([
      '!param ? = 3',
      '!let ? = 4',
      '!view ? in [0, 1]',
      '!data ? from "f"',
      '!latent ? | z ~ N(z)',
    ]);
  });

  it.each([
    ['let a = b\nobsreved x ~ N(0)', ['let a = b', '!observed x ~ N(0)']],
    ['let a = b\n+ latnet', ['let a = (+ b latnet)']],
    ['let a = b +\nlatnet', ['let a = (+ b latnet)']],
    ['let a = b\nmodle "t"', ['let a = b', '!model "t"']],
    ['let a = [b,\n param c = 1', ['!let a = [b, ?]', 'param c = 1']],
  ])('and where the next one starts: %j', (text, shapes) => {
    expect(sketch(parse(text).tree)).toEqual(shapes);
  });
});

describe('nodes', () => {
  it.each([
    ['.5', { kind: 'Number', value: 0.5, span: { start: 8, end: 10 } }],
    ['1e-400', { kind: 'Number', value: 0 }],
    ['true', { kind: 'Boolean', value: true, span: { start: 8, end: 12 } }],
    ['μ₀', { kind: 'Name', text: 'μ₀', span: { start: 8, end: 10 } }],
    ['(( b ))', { kind: 'Name', text: 'b', span: { start: 11, end: 12 } }],
    ['[ 1, 2 ]', { kind: 'Vector', span: { start: 8, end: 16 }, items: [{ value: 1 }, { value: 2 }] }],
    ['b [ 1 ]', { kind: 'Index', span: { start: 8, end: 15 }, index: { span: { start: 12, end: 13 } } }],
  ])('%s', (text, expected) => {
    expect(parseExpression(text)).toMatchObject(expected);
  });

  it.each([
    ['model "// no comment"', { title: { value: '// no comment', span: { start: 6, end: 21 } } }],
    ['weights from "a\\b"', { file: { value: 'a\\b', span: { start: 13, end: 18 } } }],
    ["model 'x'", { title: { value: 'x', span: { start: 6, end: 9 } } }],
    ['model "x', { title: { value: 'x', span: { start: 6, end: 8 } } }],
    ['model “x”', { title: { value: 'x', span: { start: 6, end: 9 } } }],
    ['model "', { title: { value: '', span: { start: 6, end: 7 } } }],
  ])('%s lie between the quotes', (text, expected) => {
    expect(parse(text).tree.statements[0]).toMatchObject(expected);
  });

  it('of variables have null for parents and loop that are not written', () => {
    expect(parse('latent z ~ N(0)').tree.statements[0]).toMatchObject({
      parents: null,
      parentsSpan: null,
      loop: null,
      target: { index: null, span: { start: 7, end: 8 } },
    });
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

  it('of operations reach from the first operand to the last, brackets not counted', () => {
    expect(parseExpression('b * (c - d)')).toMatchObject({
      span: { start: 8, end: 19 },
      operator: '*',
      operatorSpan: { start: 10, end: 11 },
      left: { span: { start: 8, end: 9 } },
      right: { span: { start: 13, end: 18 }, operatorSpan: { start: 15, end: 16 } },
    });
    expect(parseExpression('- b ^ c')).toMatchObject({ span: { start: 8, end: 15 }, operand: { span: { start: 10 } } });
    expect(parseExpression('b -> f(1)')).toMatchObject({ kind: 'Pipeline', span: { start: 8, end: 17 } });
  });

  it('of arguments hold their names', () => {
    expect(parseCall('N( 0, sd : 2 * b )')).toMatchObject({
      span: { start: 8, end: 26 },
      callee: { text: 'N', span: { start: 8, end: 9 } },
      argsSpan: { start: 10, end: 25 },
      args: [
        { name: null, span: { start: 11, end: 12 } },
        { name: { text: 'sd', span: { start: 14, end: 16 } }, span: { start: 14, end: 24 } },
      ],
    });
  });

  it('of patterns are those of their text', () => {
    const table = parseExpression('case k { -2: 1 }');
    expect(table).toMatchObject({
      kind: 'Case',
      span: { start: 8, end: 24 },
      bodySpan: { start: 15, end: 24 },
      rows: [
        {
          span: { start: 17, end: 22 },
          patternSpan: { start: 17, end: 19 },
          patterns: [
            { kind: 'Unary', span: { start: 17, end: 19 }, operand: { span: { start: 18, end: 19 }, value: 2 } },
          ],
        },
      ],
    });
  });

  it('of definitions and their parts', () => {
    const [param, network] = parse('param s : interval( 0, 1 ) = 1 // so\nnetwork f( a , b ) = a').tree.statements;
    expect(param).toMatchObject({
      span: { start: 0, end: 30 },
      keyword: { start: 0, end: 5 },
      name: { span: { start: 6, end: 7 } },
      domain: { span: { start: 10, end: 26 }, name: { span: { start: 10, end: 18 } } },
      value: { span: { start: 29, end: 30 } },
    });
    expect(network).toMatchObject({
      span: { start: 37, end: 59 },
      args: [{ span: { start: 48, end: 49 } }, { span: { start: 52, end: 53 } }],
    });
  });

  it('of loops and their ends', () => {
    expect(parse('latent z[t] ~ N(0) for t in 2 .. n-1').tree.statements[0]).toMatchObject({
      span: { start: 0, end: 36 },
      loop: {
        span: { start: 19, end: 36 },
        variable: { span: { start: 23, end: 24 } },
        from: { span: { start: 28, end: 29 } },
        to: { span: { start: 33, end: 36 } },
      },
    });
  });

  it('of options and targets', () => {
    expect(parse('fit em( steps = 3 ) view x[2] in [0, 1]').tree.statements).toMatchObject([
      {
        span: { start: 0, end: 19 },
        method: { span: { start: 4, end: 6 } },
        options: [{ span: { start: 8, end: 17 } }],
      },
      {
        span: { start: 20, end: 39 },
        target: { span: { start: 25, end: 29 } },
        range: { span: { start: 33, end: 39 } },
      },
    ]);
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

  it('minus signs and powers count as levels, too', () => {
    for (const link of ['-', '2^']) {
      expect(diagnose(`let a = ${link.repeat(nestingLimit - 1)}1`)).toEqual([]);
      expect(diagnose(`let a = ${link.repeat(nestingLimit)}1`).map(({ code }) => code)).toEqual(['nested-too-deeply']);
    }
  });

  it(`a tree of ${heightLimit} levels is read, a higher one cut`, () => {
    const sum = (count: number) => `let a = ${'b + '.repeat(count)}b`;
    expect(diagnose(sum(heightLimit - 1))).toEqual([]);
    const [statement] = parse(sum(heightLimit)).tree.statements;
    expect(statement).toMatchObject({ kind: 'Let', broken: true, value: { kind: 'Hole', span: { start: 8 } } });
  });
});
