import { expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import type { ValueType } from '../../src/model/type';

it.each<[distribution: string, type: ValueType]>([
  ['Normal(0, 1)', { kind: 'real', shape: [] }],
  ['Normal([0, 1, 2], 1)', { kind: 'real', shape: [3] }],
  ['Poisson(4)', { kind: 'integer', shape: [] }],
  ['Bernoulli(0.2)', { kind: 'boolean', shape: [] }],
  ['Categorical([0.2, 0.8])', { kind: 'category', shape: [], count: 2 }],
  ['Categorical(a: 0.2, b: 0.8)', { kind: 'category', shape: [], count: 2, labels: ['a', 'b'] }],
])('is what a draw of %s is', (distribution, type) => {
  const { symbols, diagnostics } = analyse(`observed x ~ ${distribution}`);
  expect(diagnostics).toEqual([]);
  expect(symbols.globals.get('x')?.type).toEqual(type);
});
