/** What is exported, as the ending of the file says. */
export type ExportEnding = 'svg' | 'png' | 'csv' | 'dot' | 'mmd';

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/**
 * A name for an exported file, beside its model: `three-bumps-z-prior.svg`.
 * @param parts what of the model it is: names of variables, words; what a file's name should not have becomes a hyphen
 */
export function exportName(modelFile: string, parts: readonly string[], ending: ExportEnding): string {
  const base = modelFile.replace(/\.lvm$/i, '') || 'model';
  return `${[base, ...parts].map(plain).filter(Boolean).join('-')}.${ending}`;
}

function plain(text: string): string {
  return text
    .replace(/[₀-₉]/g, (digit) => String(subscripts.indexOf(digit)))
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
}
