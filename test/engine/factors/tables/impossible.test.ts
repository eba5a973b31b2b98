import { expect, it } from 'vitest';
import { impossibleSentence, isOfType } from '../../../../src/engine/factors/tables/impossible';
import { elements, evidenceOf, question } from './questions';

it.each([
  [[1, 3], { kind: 'category', shape: [2], count: 3 }, true],
  [[4], { kind: 'category', shape: [], count: 3 }, false],
  [[0], { kind: 'category', shape: [], count: 3 }, false],
  [[1.5], { kind: 'category', shape: [], count: 3 }, false],
  [[1], { kind: 'boolean', shape: [] }, true],
  [[2], { kind: 'boolean', shape: [] }, false],
  [[-7], { kind: 'integer', shape: [] }, true],
  [[0.5], { kind: 'integer', shape: [] }, false],
  [[0.5], { kind: 'real', shape: [] }, true],
] as const)('%j of type %j: %j', (value, type, expected) => {
  expect(isOfType(Float64Array.from(value), type)).toBe(expected);
});

it('names one value that is impossible by itself, or all that are impossible together', () => {
  const { graph } = question(`
    latent z ~ Categorical(red: 0.5, blue: 0.5)
    observed x[t] | z ~ Normal([0, 1][z], 1) for t in 1..6`);
  expect(impossibleSentence(elements(graph, 'z'), evidenceOf({ z: 2 }))).toBe(
    'z = blue is impossible: no values of the variables that z depends on allow it. Give another value.',
  );
  expect(impossibleSentence([], evidenceOf({ 'x[1]': 1, 'x[2]': 2 }))).toBe(
    'The values of x[1], x[2] are impossible together: no values of the other variables allow all of them. Give other values.',
  );
  const many = evidenceOf({ 'x[1]': 1, 'x[2]': 1, 'x[3]': 1, 'x[4]': 1, 'x[5]': 1 });
  expect(impossibleSentence([], many)).toContain('x[1], x[2], x[3] and 2 more');
});
