import { describe, expect, it } from 'vitest';
import { mathRuns } from '../../../webview/plots/text/math';

const set = (text: string): string =>
  mathRuns(text)
    .map(({ kind, text: part }) => ({ variable: `/${part}/`, subscript: `_${part}_`, plain: part })[kind])
    .join('');

describe('mathematics in plain text', () => {
  it.each([
    ['x', '/x/'],
    ['x[3]', '/x/_3_'],
    ['z₁', '/z/_1_'],
    ['z[3]₂', '/z/_3,2_'],
    ['z2', '/z/_2_'],
    ['mu_1', '/mu/_1_'],
    ['x_obs', '/x/_obs_'],
    ['heart_rate', '/heart_rate/'],
    ['μ', '/μ/'],
    ['p(x | z)', '/p/(/x/ | /z/)'],
    ['p(x) = Σ_{z, k} p(z)', '/p/(/x/) = Σ_z, k_ /p/(/z/)'],
    ['∫ p(z) ⅆz', '∫ /p/(/z/) d/z/'],
    ['density p(x)', 'density /p/(/x/)'],
    ['p(probab…g_day)', '/p/(/probab…g_day/)'],
    ['', ''],
  ])('%s is set as %s', (text, expected) => {
    expect(set(text)).toBe(expected);
  });
});
