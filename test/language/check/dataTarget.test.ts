import { expect, it } from 'vitest';
import { dataTarget } from '../../../src/language/check/dataTarget';
import { inspect } from '../inspect';

function target(text: string) {
  const check = inspect(text);
  const statement = check.tree.statements.find(({ kind }) => kind === 'Data');
  return statement?.kind === 'Data' ? dataTarget(statement, check.scope) : null;
}

it.each([
  ['observed x ~ Normal(0, 1) data x = [1]', [], 1],
  ['observed x ~ Normal(0, 1)^3 data x = [1]', [3], 3],
  ['observed x[t] ~ Normal(0, 1)^3 for t in 2..5 data x = [1]', [4, 3], 12],
])('an observation for %s', (text, shape, size) => {
  expect(target(text)).toMatchObject({ name: 'x', shape, size });
});

it.each(['latent x ~ Normal(0, 1) data x = [1]', 'data x = [1]', 'observed x ~ Foo(1) data x = [1]'])(
  'there is none for %s',
  (text) => {
    expect(target(text)).toBeNull();
  },
);
