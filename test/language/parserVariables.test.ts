import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser';
import { expectDiagnostics, unmark } from './harness';
import { sketch } from './sketch';

const diagnose = (text: string) => parse(text).diagnostics;

describe('variables', () => {
  it.each([
    ['latent z[1] | k[2], w ~ a + b', 'latent z[1] | k[2], w ~ (+ a b)'],
    [
      'observed x[2*t] | x[t-1] ~ N(0) for t in a+1..2*b',
      'observed x[(* 2 t)] | x[(- t 1)] ~ N(0) for t in (+ a 1)..(* 2 b)',
    ],
    ['latent z ~ case k { a: N(0), else: N(1) }', 'latent z ~ case k {a: N(0); else: N(1)}'],
  ])('%s', (text, shape) => {
    expect(diagnose(text)).toEqual([]);
    expect(sketch(parse(text).tree)).toEqual([shape]);
  });

  it('have null for parents and loop that are not written', () => {
    expect(parse('latent z ~ N(0)').tree.statements[0]).toMatchObject({
      parents: null,
      parentsSpan: null,
      loop: null,
      target: { index: null, span: { start: 7, end: 8 } },
    });
  });

  it('carry the spans of their loops', () => {
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
});

describe('parents', () => {
  it.each([
    [
      'observed x «a» b ~ N(0)',
      'missing-bar',
      '`|` is missing between `x` and `a`; add it.',
      '!observed x | a, b ~ N(0)',
    ],
    [
      'latent z | a[1] «b»[2] ~ N(0)',
      'missing-comma',
      'A comma is missing between `]` and `b`; add it.',
      '!latent z | a[1], b[2] ~ N(0)',
    ],
    [
      'latent z «|» 3 ~ N(0)',
      'expected-parent',
      'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.',
      '!latent z |  ~ N(0)',
    ],
  ])('%s', (source, code, message, shape) => {
    const { text, spans } = unmark(source);
    expect(diagnose(text)[0]).toMatchObject({ code, message, span: spans[0] });
    expect(sketch(parse(text).tree)).toEqual([shape]);
  });
});

describe('loops', () => {
  it.each([
    ['latent z[t] ~ N(0) for t in 2 «->» 20', 'A range is written with `..` between its ends, not with `->`.'],
    ['latent z[t] ~ N(0) for t in 2 «n»', '`..` is missing between `2` and `n`; add it.'],
    ['latent z[t] ~ N(0) for t in «1.5»', 'A range needs two dots; write `1..5`.'],
    [
      'latent z[t] ~ N(0) for t in 2 «]»',
      'Expected `..` and the last index after `2`, as in `for t in 2..20`, found `]`.',
    ],
  ])('%s', (source, message) => {
    expectDiagnostics(diagnose, source, [{ code: 'expected-range', message }]);
  });
});

it('a distribution is asked for in the words of the role', () => {
  expectDiagnostics(diagnose, 'latent z ~ «)»\nobserved x | z ~ «,»', [
    { code: 'expected-distribution', message: 'Expected a distribution after `~`, such as `Normal(0, 1)`, found `)`.' },
    { code: 'expected-distribution', message: 'Expected a distribution after `~`, such as `Normal(z, 1)`, found `,`.' },
  ]);
});
