import { expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import type { Particles } from '../../../src/engine/chains/particles';
import { FanTally } from '../../../src/engine/views/fanTally';
import { inquire, seen } from '../queries/inquire';

function tallyOf(text: string, variable: string, length: number, values: Parameters<typeof seen>[0] = {}) {
  const { graph } = inquire(text);
  const elements = Array.from({ length }, (_, i) => graph.element(variable, i + 1));
  return new FanTally({ kind: 'fan', variable, coordinate: null }, elements, 0, length, seen(values));
}

const numbers = 'observed x[1] ~ Normal(0, 1)\nobserved x[t] | x[t-1] ~ Normal(x[t-1], 1) for t in 2..3';
const letters =
  'observed x[1] ~ Categorical(a: 0.5, b: 0.5)\nobserved x[t] | x[t-1] ~ case x[t-1] { a: Categorical(a: 0.5, b: 0.5), b: Categorical(a: 0.1, b: 0.9) } for t in 2..3';

function draws(columns: Readonly<Record<string, number[]>>, weights: number[], worth: number): Particles {
  const values = new Map(Object.entries(columns).map(([key, column]) => [key, Float64Array.from(column)]));
  return { count: weights.length, values, weights: Float64Array.from(weights), worth };
}

it('what is known better stays when draws come', () => {
  const tally = tallyOf(numbers, 'x', 3, { 'x[2]': 7 });
  tally.setQuantiles('x[1]', [Float64Array.from(quantileLevels, (level) => 10 * level)]);
  tally.draw(draws({ 'x[1]': [0, 0], 'x[3]': [1, 3] }, [0.5, 0.5], 2));
  const { content, settled, badge, sentence } = tally.picture();
  if (content.kind !== 'bands') throw new Error('no bands');
  expect(content.quantiles.map((values) => values[0])).toEqual([0.5, 2.5, 5, 7.5, 9.5]);
  expect(content.quantiles.map((values) => values[1])).toEqual([7, 7, 7, 7, 7]);
  expect(content.quantiles[2]![2]).toBe(2);
  expect(settled).toBe(2);
  expect(badge).toBe('2 draws · rough');
  expect(sentence).toMatch(/worth about 2 independent ones, too few to rely on\. 1 of the elements are known better/);
  for (const path of content.paths) expect([...path]).toEqual([0, 7, path[2] === 1 ? 1 : 3]);
});

it('of categories adds up the weights of each', () => {
  const tally = tallyOf(letters, 'x', 3);
  tally.draw(draws({ 'x[1]': [1, 2, 2], 'x[2]': [1, 1, 2], 'x[3]': [2, 2, 2] }, [0.2, 0.3, 0.5], 3));
  const { content } = tally.picture();
  if (content.kind !== 'shares') throw new Error('no shares');
  expect(content.labels).toEqual(['a', 'b']);
  expect([...content.shares[0]!]).toEqual([0.2, 0.5, 0]);
  expect([...content.shares[1]!]).toEqual([0.8, 0.5, expect.closeTo(1, 12)]);
});

it('is complete once every element is known, and says how', () => {
  const tally = tallyOf(letters, 'x', 3, { 'x[1]': 2 });
  for (const key of ['x[2]', 'x[3]']) tally.setStates(key, Float64Array.of(1, 2), Float64Array.of(0.25, 0.75));
  expect(tally.complete).toBe(true);
  tally.tell('exact · sum', 'Summed.');
  expect(tally.picture()).toMatchObject({ badge: 'exact · sum', sentence: 'Summed.', settled: 3, total: 3 });
  expect(tallyOf(numbers, 'x', 1, { 'x[1]': 0 }).picture().badge).toBe('observed');
});
