import { expect, test } from 'vitest';
import { loopsAt, noLoops } from '../../src/model/loops';
import { model } from '../engine/models';

test('the index of a chain has its value by its name, whatever that is', () => {
  const [z] = model('observed z[__proto__] ~ Normal(__proto__, 1) for __proto__ in 1..3').structure.variables;
  expect([...loopsAt(z!.definitions[0]!, 2)]).toEqual([['__proto__', 2]]);
});

test('a single variable has none', () => {
  const [x] = model('observed x ~ Normal(0, 1)').structure.variables;
  expect(loopsAt(x!.definitions[0]!, null)).toBe(noLoops);
  expect(noLoops.size).toBe(0);
});
