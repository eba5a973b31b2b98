import { expect, test } from 'vitest';
import { axisTitle, valueName } from '../../../webview/plots/axes/onScale';

test('a value is named for its scale', () => {
  expect(valueName('x', 'density')).toBe('p(x)');
  expect(valueName('x[3]', 'log')).toBe('log p(x[3])');
  expect(valueName('x', 'distribution')).toBe('F(x)');
});

test('the vertical axis says what it is', () => {
  expect(axisTitle('curve', 'x', 'density')).toBe('density p(x)');
  expect(axisTitle('bars', 'k', 'log')).toBe('log probability, log p(k)');
  expect(axisTitle('bars', 'k', 'distribution')).toBe('distribution function F(k)');
});
