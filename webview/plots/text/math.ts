/** A piece of mathematics, as a run of text of one kind. */
export interface MathRun {
  readonly kind: 'variable' | 'subscript' | 'plain';
  readonly text: string;
}

const subscriptDigits = '₀₁₂₃₄₅₆₇₈₉';
const token = /Σ_\{([^}]*)\}|(ⅆ)|([\p{L}_][\p{L}\p{Nd}_…]*)((?:\[[^\]]*\])?)([₀-₉]*)|([^\p{L}_]+)/gu;
const upright = new Set(['true', 'false', 'density', 'probability', 'log', 'distribution', 'function']);

/**
 * Reads a formula in plain text and says how a textbook would set it: names in italics, indices and trailing numbers
 * as subscripts (`x[3]`, `z₁`, `mu_1`, `z2`), everything else upright. `Σ_{z, k}` is a sum over z and k, `ⅆ` the d of an integral. A
 * name may be abbreviated: `probab…day`.
 */
export function mathRuns(text: string): MathRun[] {
  const runs: MathRun[] = [];
  const push = (kind: MathRun['kind'], part: string): void => {
    if (part !== '') runs.push({ kind, text: part });
  };
  for (const [, over, differential, name, index = '', digits = '', other] of text.matchAll(token)) {
    if (over !== undefined) {
      push('plain', 'Σ');
      push('subscript', over);
    } else if (differential !== undefined) {
      push('plain', 'd');
    } else if (name === undefined) {
      push('plain', other ?? '');
    } else if (upright.has(name)) {
      push('plain', name + index + digits);
    } else {
      const [base, tail] = splitName(name);
      const below = [tail, index.slice(1, -1), plainDigits(digits)].filter((part) => part !== '').join(',');
      push('variable', base);
      push('subscript', below);
    }
  }
  return runs;
}

/** `z2` and `z_2` are z with a subscript; a name that ends otherwise is a name. */
function splitName(name: string): [string, string] {
  const match = /^(.*?\p{L})_?(\d+)$/u.exec(name) ?? /^(\p{L})_([\p{L}\p{N}]+)$/u.exec(name);
  return match === null ? [name, ''] : [match[1] ?? name, match[2] ?? ''];
}

function plainDigits(digits: string): string {
  return [...digits].map((digit) => subscriptDigits.indexOf(digit)).join('');
}
