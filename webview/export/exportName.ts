/** What is exported, as the ending of the file says. */
export type ExportEnding = 'svg' | 'png' | 'csv' | 'dot' | 'mmd';

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** Bytes of a name without its ending: with an ending, and a number that the system may add, every file system takes it. */
const longest = 190;
/** Bytes for the model, when what is said of it takes the rest. */
const least = 60;

/**
 * A name for an exported file, beside its model: `three-bumps-z-prior.svg`. One that would be too long has its model shortened.
 * @param parts what of the model it is: names of variables, words; what a file's name should not have becomes a hyphen
 */
export function exportName(modelFile: string, parts: readonly string[], ending: ExportEnding): string {
  const what = start(parts.map(plain).filter(Boolean).join('-'), longest - least - 1);
  const base = plain(modelFile.replace(/\.lvm$/i, '')) || 'model';
  const model = start(base, longest - bytes(what) - 1);
  return `${[model, what].filter(Boolean).join('-')}.${ending}`;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[₀-₉]/g, (digit) => String(subscripts.indexOf(digit)))
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
}

/** As much of the start of a text as takes no more than so many bytes. */
function start(text: string, most: number): string {
  let kept = '';
  let left = most;
  for (const letter of text) {
    left -= bytes(letter);
    if (left < 0) break;
    kept += letter;
  }
  return kept;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
