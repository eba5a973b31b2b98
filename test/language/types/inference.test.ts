import { describe, expect, it } from 'vitest';
import { Inference } from '../../../src/language/types/inference';
import { inspect } from '../inspect';

function typeOf(text: string, name: string) {
  return inspect(text).scope.globals.get(name)?.type;
}

describe('Inference', () => {
  it('works a text out from its names and their order', () => {
    const { scope, groups, tree } = inspect('let a = 1 + 2');
    const statement = tree.statements[0]!;
    const inference = new Inference(scope, groups);
    expect(statement.kind === 'Let' && inference.value(statement.value)?.constant).toEqual([3]);
    expect(statement.kind === 'Let' && inference.info(statement.value)).toBe(
      inference.definition(scope.globals.get('a')!),
    );
  });

  it('tells the types of definitions, whatever the order of the text', () => {
    const text = 'observed x | z ~ Normal(m, 1)\nlet m = 2 * z\nlatent z ~ Normal(0, 1)^2';
    expect(typeOf(text, 'm')).toEqual({ kind: 'real', shape: [2] });
    expect(typeOf(text, 'x')).toEqual({ kind: 'real', shape: [2] });
  });

  it('takes the arguments of a network from its first call', () => {
    const check = inspect('network f(z) = z + 1\nlatent w ~ Normal(0, 1)^3\nobserved x | w ~ Normal(f(w), 1)');
    const network = check.scope.globals.get('f')!;
    expect(network.type).toEqual({ kind: 'real', shape: [3] });
    expect(check.inference.givenTo(network)?.args.map((info) => info?.type.shape)).toEqual([[3]]);
    expect(check.scope.locals[0]?.type).toEqual({ kind: 'real', shape: [3] });
  });

  it('follows a network through the first call of another', () => {
    const text =
      'network f(a) = g(a) -> dense(4)\nnetwork g(b) = b * 2\nlatent w ~ Normal(0, 1)^3\nobserved x | w ~ Normal(f(w), 1)';
    expect(typeOf(text, 'g')).toEqual({ kind: 'real', shape: [3] });
    expect(typeOf(text, 'f')).toEqual({ kind: 'real', shape: [4] });
  });

  it('takes the arguments of a network from the inner of nested calls', () => {
    const check = inspect(
      'network f(z) = z -> dense(2)\nlatent w ~ Normal(0, 1)^3\nobserved x | w ~ Normal(f(concat(f(w), 1)), 1)',
    );
    const network = check.scope.globals.get('f')!;
    expect(network.type).toEqual({ kind: 'real', shape: [2] });
    expect(check.inference.givenTo(network)?.args.map((info) => info?.type.shape)).toEqual([[3]]);
    expect(check.scope.globals.get('x')?.type).toEqual({ kind: 'real', shape: [2] });
  });

  it('knows nothing of the arguments of a network that nobody calls', () => {
    const check = inspect('network f(z) = z\nobserved x ~ Normal(0, 1)');
    expect(check.inference.givenTo(check.scope.globals.get('f')!)).toBeNull();
    expect(check.scope.globals.get('f')?.type).toBeNull();
  });

  it('tells the type of a chain from the element that needs none', () => {
    const text = 'latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..5\nlatent z[1] ~ Normal(0, 1)^2';
    expect(typeOf(text, 'z')).toEqual({ kind: 'real', shape: [2] });
  });

  it('follows chains through each other, and through networks', () => {
    const text = `
      network f(a) = a -> dense(1)
      latent a[1] ~ Normal(0, 1)
      latent b[t] | a[t] ~ Normal(f(a[t]), 1) for t in 1..4
      latent a[t] | b[t-1] ~ Normal(b[t-1], 1) for t in 2..4`;
    expect(typeOf(text, 'a')).toEqual({ kind: 'real', shape: [] });
    expect(typeOf(text, 'b')).toEqual({ kind: 'real', shape: [] });
  });

  it('keeps a chain within the support of its families', () => {
    const text = 'latent s[1] ~ Gamma(1, 1)\nlatent s[t] | s[t-1] ~ Gamma(s[t-1], 1) for t in 2..5';
    const check = inspect(text);
    expect(check.inference.definition(check.scope.globals.get('s')!)?.range.low).toBe(0);
    const mixed = inspect(text.replace('Gamma(s[t-1], 1)', 'Normal(s[t-1], 1)'));
    expect(mixed.inference.definition(mixed.scope.globals.get('s')!)?.range.low).toBe(Number.NEGATIVE_INFINITY);
  });

  it('leaves a circle without types', () => {
    expect(typeOf('let a = b\nlet b = a', 'a')).toBeNull();
    expect(typeOf('latent z | z ~ Normal(z, 1)', 'z')).toBeNull();
  });

  it('stops keeping constants where a text would make too many', () => {
    const lets = Array.from({ length: 300 }, (_, n) => `let b${n} = a + 1`).join('\n');
    const check = inspect(`let a = [${'1, '.repeat(9_999)}1]\n${lets}`);
    expect(check.inference.definition(check.scope.globals.get('b0')!)?.constant?.length).toBe(10_000);
    expect(check.inference.definition(check.scope.globals.get('b299')!)?.constant).toBeNull();
    expect(check.inference.definition(check.scope.globals.get('b299')!)?.type.shape).toEqual([10_000]);
  });
});
