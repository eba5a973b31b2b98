import { describe, expect, it } from 'vitest';
import { components, isVariable, statementsOf, stepsOf } from '../../../src/language/names/dependencies';
import { inspect } from '../inspect';

function steps(text: string): string[] {
  const { scope } = inspect(text);
  return stepsOf(scope, (network) => scope.callsOf.get(network)?.at(-1)).all.map(
    ({ definition, part, needs }) =>
      `${definition.name}${part === 'arguments' ? '()' : ''}: ${needs.map((need) => need.definition.name).join(' ')}`,
  );
}

describe('stepsOf', () => {
  it('needs for a network its arguments, and for these what the call needs that is decided on', () => {
    const found = steps(
      'network f(a) = a\nlatent y ~ Normal(0, 1)\nlatent z ~ Normal(0, 1)\nobserved x | y, z ~ Normal(f(y) + f(z), 1)',
    );
    expect(found).toEqual(['f: f', 'f(): z', 'y: ', 'z: ', 'x: y z f y f z']);
  });
});

describe('components', () => {
  it('stand behind what they need, and together where they need each other', () => {
    const { scope } = inspect('let a = b\nlet b = c + a\nlet c = 1\nlet d = d');
    const found = components(stepsOf(scope, () => undefined));
    expect(
      found.map(({ steps, cyclic }) => [cyclic, ...steps.map(({ definition }) => definition.name).sort()]),
    ).toEqual([
      [false, 'c'],
      [true, 'a', 'b'],
      [true, 'd'],
    ]);
  });
});

describe('statementsOf', () => {
  it('are those of the elements for a chain, and the first for all else', () => {
    const { globals } = inspect(
      'latent z[1] ~ Normal(0, 1)\nlatent z[2] ~ Normal(0, 1)\nlatent z ~ Normal(0, 1)',
    ).scope;
    expect(statementsOf(globals.get('z')!).length).toBe(2);
    const single = inspect('latent z ~ Normal(0, 1)\nlatent z ~ Normal(0, 1)').scope.globals.get('z')!;
    expect(statementsOf(single).length).toBe(1);
    expect(isVariable(single)).toBe(true);
    expect(isVariable({ kind: 'param' })).toBe(false);
  });
});
