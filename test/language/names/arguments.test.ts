import { describe, expect, it } from 'vitest';
import { isLabelled, matchArguments } from '../../../src/language/names/arguments';
import { parseCall } from '../inspect';

const parameters = [{ name: 'a' }, { name: 'b' }, { name: 'c', default: 1 }];

function match(text: string) {
  const { values, problems } = matchArguments(parameters, parseCall(text).args);
  const numbers = values.map((argument) => (argument?.value.kind === 'Number' ? argument.value.value : null));
  return { numbers, problems: problems.map((problem) => problem.kind) };
}

describe('matchArguments', () => {
  it.each([
    ['f(1, 2, 3)', [1, 2, 3], []],
    ['f(1, 2)', [1, 2, null], []],
    ['f(b: 2, a: 1)', [1, 2, null], []],
    ['f(1, c: 3, b: 2)', [1, 2, 3], []],
    ['f(b: 2, 1)', [1, 2, null], []],
    ['f(1)', [1, null, null], ['missing']],
    ['f()', [null, null, null], ['missing', 'missing']],
    ['f(1, 2, 3, 4)', [1, 2, 3], ['surplus']],
    ['f(1, 2, a: 3)', [1, 2, null], ['repeated']],
    ['f(1, d: 3)', [1, null, null], ['unknown']],
  ])('matches %s', (text, numbers, problems) => {
    expect(match(text)).toEqual({ numbers, problems });
  });
});

describe('isLabelled', () => {
  it.each([
    ['Categorical(blue: 0.3, red: 0.7)', true],
    ['Categorical(probabilities: [0.3, 0.7])', false],
    ['Categorical([0.3, 0.7])', false],
    ['Normal(mean: 0, sd: 1)', false],
  ])('%s: %s', (text, expected) => {
    expect(isLabelled(parseCall(text))).toBe(expected);
  });
});
