import { describe, expect, it } from 'vitest';
import { definedName, indicesOf, isChain } from '../../../src/language/names/scope';
import { inspect, variableStatements } from '../inspect';

describe('resolve', () => {
  it('finds every use of every name, with its definition', () => {
    const { text, scope } = inspect(
      'param a = 1\nlet b = a + a\nobserved x ~ Normal(b, 1)\ndata x = [1]\nview x in [0, 1]',
    );
    const uses = scope.uses.map(({ span, defined }) => [text.slice(span.start, span.end), defined.kind, span.start]);
    expect(uses).toEqual([
      ['a', 'param', 20],
      ['a', 'param', 24],
      ['b', 'let', 46],
      ['x', 'observed', 57],
      ['x', 'observed', 70],
    ]);
  });

  it('lets arguments of a network and the index of a loop hide globals', () => {
    const { scope } = inspect(
      'latent z ~ Normal(0, 1)\nparam t = 1\nnetwork f(z) = z\nobserved x[t] | z ~ Normal(f(z) + t, 1) for t in 1..3\nlet m = t',
    );
    expect(scope.uses.map(({ defined }) => `${defined.name} ${defined.kind}`)).toEqual([
      'z argument',
      't loop',
      'z latent',
      'f network',
      'z latent',
      't loop',
      't param',
    ]);
    expect(scope.locals.map(({ name, kind, range }) => [name, kind, range])).toEqual([
      ['z', 'argument', null],
      ['t', 'loop', [1, 3]],
    ]);
  });

  it('does not take labels, activations and patterns for names', () => {
    const { scope } = inspect(
      'latent k ~ Categorical(a: 0.5, tanh: 0.5)\nnetwork f(z) = z -> dense(1, tanh)\nobserved x | k ~ Normal(case k { a: 1, tanh: 2 }, 1)\ndata x = [a]',
    );
    expect(scope.uses.map(({ defined }) => defined.name)).toEqual(['z', 'k', 'k', 'x']);
    expect(scope.unresolved.size).toBe(0);
  });

  it('marks statements that use what nothing defines', () => {
    const { scope, tree } = inspect('observed x ~ Normal(foo, 1)\nobserved y ~ Normal(0, 1)\nlet a = bar(1)');
    expect([...scope.unresolved]).toEqual([tree.statements[0], tree.statements[2]]);
  });

  it('keeps the calls of a network, outside of itself and of each other', () => {
    const text = 'network f(z) = f(z)\nlet a = f(1) + f(f(2))\nlet b = f(3)\nlet c = f(exp(f(4)) + f(5))';
    const { scope } = inspect(text);
    const calls = scope.callsOf.get(scope.globals.get('f')!) ?? [];
    expect(calls.map(({ span }) => text.slice(span.start, span.end))).toEqual(['f(1)', 'f(2)', 'f(3)', 'f(4)', 'f(5)']);
  });

  it('gives a chain the range of all its statements', () => {
    const { scope } = inspect('latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..20');
    const z = scope.globals.get('z')!;
    expect(z.range).toEqual([1, 20]);
    expect(z.spans.length).toBe(2);
    expect(isChain(z)).toBe(true);
  });

  it('takes the index of a target for a loop where the `for` is forgotten', () => {
    const { scope } = inspect('latent z[t] ~ Normal(t, 1)');
    expect(scope.locals.map(({ name, range }) => [name, range])).toEqual([['t', null]]);
    expect(scope.unresolved.size).toBe(0);
  });
});

describe('indicesOf', () => {
  it.each([
    ['latent z ~ Normal(0, 1)', null],
    ['latent z[3] ~ Normal(0, 1)', [3, 3]],
    ['latent z[t] ~ Normal(0, 1) for t in 2..5', [2, 5]],
    ['latent z[0] ~ Normal(0, 1)', null],
    ['latent z[s] ~ Normal(0, 1) for t in 2..5', null],
    ['latent z[t] ~ Normal(0, 1) for t in 5..2', null],
  ])('%s', (text, expected) => {
    expect(indicesOf(variableStatements(inspect(text).tree.statements)[0]!)).toEqual(expected);
  });
});

describe('definedName', () => {
  it('is the name that a statement defines', () => {
    const { tree } = inspect('param a = 1\nlet b = 1\nnetwork f(z) = z\nlatent z ~ Normal(0, 1)\ndata z = [1]');
    expect(tree.statements.map((statement) => definedName(statement)?.text ?? null)).toEqual([
      'a',
      'b',
      'f',
      'z',
      null,
    ]);
  });
});
