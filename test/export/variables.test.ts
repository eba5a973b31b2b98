import { expect, it } from 'vitest';
import { withVariables } from '../../webview/export/variables';

const variables = new Map([
  ['--a', '#fff'],
  ['--b', 'var(--a)'],
  ['--loop', 'var(--loop)'],
]);

it.each([
  ['none', 'none'],
  ['var(--a)', '#fff'],
  ['mix(var(--b) 20%, var(--none, var(--a)))', 'mix(#fff 20%, #fff)'],
  ['var( --none , rgb(1, 2, 3) )', 'rgb(1, 2, 3) '],
])('%s', (text, value) => {
  expect(withVariables(text, variables)?.trim()).toBe(value.trim());
});

it('has no value where a variable has none', () => {
  expect(withVariables('var(--none)', variables)).toBeNull();
  expect(withVariables('var(--loop)', variables)).toBeNull();
});
