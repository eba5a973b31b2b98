import { abbreviated, fitText } from '../plots/text/fitText';
import type { MathRun } from '../plots/text/math';
import { textWidth } from '../plots/text/textWidth';

/** What is not broken: a factor of a formula, the sign of a sum before it included; a word of a text. */
type Word = readonly MathRun[];

/** A formula in lines no wider than `width` pixels, broken between its factors; one that is wider by itself is broken at its spaces, and has shorter names. */
export function runLines(runs: readonly MathRun[], width: number, fontSize: number): MathRun[][] {
  const fits = (word: Word): boolean => runsWidth(word, fontSize) <= width;
  const words = wordsOf(runs, true).flatMap((word) => (fits(word) ? [word] : wordsOf(word, false)));
  const lines: MathRun[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? null : [...last, { kind: 'plain', text: ' ' } as const, ...word];
    if (longer !== null && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(fitRuns(word, width, fontSize));
  }
  return lines;
}

/** A formula in one line no wider than `width` pixels: with shorter names where it must be. */
export function fitRuns(runs: readonly MathRun[], width: number, fontSize: number): MathRun[] {
  const longest = Math.max(0, ...runs.map(({ text }) => [...text].length));
  for (let most = longest; most >= 3; most--) {
    const shorter = runs.map((run) =>
      run.kind === 'plain' || [...run.text].length <= most ? run : { ...run, text: abbreviated(run.text, most) },
    );
    if (runsWidth(shorter, fontSize) <= width) return shorter;
  }
  return [{ kind: 'plain', text: fitText(runs.map(({ text }) => text).join(''), width, fontSize) }];
}

/** @returns how wide a formula will be drawn at most, in pixels. */
export function runsWidth(runs: readonly MathRun[], fontSize: number): number {
  return runs.reduce((sum, { text }) => sum + textWidth(text, fontSize), 0);
}

function wordsOf(runs: readonly MathRun[], factors: boolean): Word[] {
  const words: MathRun[][] = [[]];
  let depth = 0;
  for (const { kind, text } of runs) {
    for (const [, part = '', space = ''] of text.matchAll(/(\S*)(\s*)/g)) {
      const word = words[words.length - 1]!;
      if (part !== '') word.push({ kind, text: part });
      depth += part.split('(').length - part.split(')').length;
      if (space === '') continue;
      const sign = word.map((run) => run.text).join('');
      const isOpen = factors && (depth > 0 || (/^[Σ∫]/u.test(sign) && !sign.includes('(')));
      if (isOpen || kind !== 'plain') word.push({ kind, text: ' ' });
      else words.push([]);
    }
  }
  return words.filter((word) => word.length > 0);
}
