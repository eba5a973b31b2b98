import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitRuns, runLines, runsWidth } from '../../webview/export/runLines';
import { type MathRun, mathRuns } from '../../webview/plots/text/math';

const plain = (runs: readonly MathRun[]) => runs.map(({ text }) => text).join('');

it('a formula that fits is one line, as it is', () => {
  const runs = mathRuns('p(x) = Σ_{z} p(z) p(x | z)');
  expect(runLines(runs, 600, 16).map(plain)).toEqual([plain(runs)]);
  expect(runLines([], 600, 16)).toEqual([]);
});

it('a longer one is broken between its factors, or within one that is longer than a line', () => {
  const runs = mathRuns('p(income) = Σ_{region} p(region) p(income | region)');
  expect(runLines(runs, 220, 16).map(plain)).toEqual(['p(income) =', 'Σregion p(region)', 'p(income | region)']);
  expect(runLines(mathRuns('p(x) = ∫ p(z) p(x | z) ⅆz'), 130, 16).map(plain)).toEqual(['p(x) = ∫ p(z)', 'p(x | z) dz']);
  expect(runLines(mathRuns('p(income | region)'), 120, 16).map(plain)).toEqual(['p(income |', 'region)']);
});

it('a name that is longer than a line is abbreviated', () => {
  const runs = mathRuns('p(the_delay_of_the_morning_train)');
  expect(runLines(runs, 150, 16).map(plain)).toEqual(['p(the_dela…rain)']);
  expect(plain(fitRuns(runs, 20, 16))).toBe('…');
});

it('no line is wider than there is room, and no name is lost that fits', () => {
  const word = fc.stringMatching(/^[a-z_]{1,40}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.integer({ min: 60, max: 700 }), (words, width) => {
      const lines = runLines(mathRuns(words.map((each) => `p(${each})`).join(' ')), width, 16);
      for (const line of lines) expect(runsWidth(line, 16)).toBeLessThanOrEqual(width);
      const all = lines.map(plain).join(' ');
      for (const run of mathRuns(words.join(' ')))
        if (runsWidth([run], 16) < width - 40) expect(all).toContain(run.text.trim());
    }),
  );
});
