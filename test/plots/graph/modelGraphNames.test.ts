import { expect, it } from 'vitest';
import { graphName, mathWidth } from '../../../webview/plots/graph/modelGraphNames';

it.each([
  ['mu', 'μ'],
  ['sigma_x', 'σ_x'],
  ['beta2[t]', 'β2[t]'],
  ['Sigma', 'Σ'],
  ['z[t]', 'z[t]'],
  ['music', 'music'],
  ['mu_prior', 'μ_prior'],
  ['a_name_that_goes_on[t]', 'a_name_that_goe…[t]'],
])('%s is drawn as %s', (name, drawn) => {
  expect(graphName(name)).toBe(drawn);
});

it('a formula is as wide as its letters, subscripts less so', () => {
  expect(mathWidth('', 10)).toBe(0);
  expect(mathWidth('xx', 10)).toBeCloseTo(2 * mathWidth('x', 10), 9);
  expect(mathWidth('z[t]', 10) - mathWidth('z', 10)).toBeCloseTo(0.72 * mathWidth('t', 10), 9);
  expect(mathWidth('m', 10)).toBeGreaterThan(mathWidth('i', 10));
  expect(mathWidth('x', 20)).toBeCloseTo(2 * mathWidth('x', 10), 9);
});
