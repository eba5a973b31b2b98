import { describe, expect, it } from 'vitest';
import { inTurn, makeTasks } from '../../../src/language/names/tasks';
import { inspect } from '../inspect';

function turns(text: string): string[] {
  const { scope, groups } = inspect(text);
  const tasks = makeTasks(
    groups.flatMap(({ steps }) => steps),
    scope,
  );
  return [...inTurn(tasks)].map(({ step, statement }) => {
    const part = step.part === 'arguments' ? '()' : '';
    return `${step.definition.name}${part} at ${statement.span.start}`;
  });
}

describe('inTurn', () => {
  it('finds a chain out from whichever of its statements can be first', () => {
    expect(turns('latent z[2] | z[1] ~ Normal(z[1], 1) latent z[1] ~ Normal(0, 1)')).toEqual(['z at 37']);
  });

  it('finds the arguments of a network out before the network', () => {
    expect(turns('observed x ~ Normal(f(a), 1) network f(z) = z param a = 1')).toEqual([
      'a at 46',
      'f() at 29',
      'f at 29',
      'x at 0',
    ]);
  });

  it('leaves out what needs itself, and what needs that', () => {
    expect(turns('let a = b let b = a let c = a let d = 1')).toEqual(['d at 30']);
  });
});

describe('makeTasks', () => {
  it('misses of a chain what each statement uses, and nothing outside of the steps', () => {
    const { scope, groups } = inspect(
      'latent k ~ Normal(0, 1) latent z[1] | k ~ Normal(k, 1) latent z[2] | z[1] ~ Normal(z[1], 1)',
    );
    const chain = groups.find(({ cyclic }) => cyclic)!;
    const tasks = makeTasks(chain.steps, scope);
    expect(tasks.map(({ missing }) => [...missing].map(({ definition }) => definition.name))).toEqual([[], ['z']]);
  });
});
