import { mathRuns } from '../text/math';

/** Letters that are written out in a text and drawn in a formula. */
const greek: ReadonlyMap<string, string> = new Map([
  ['alpha', 'α'],
  ['beta', 'β'],
  ['gamma', 'γ'],
  ['delta', 'δ'],
  ['epsilon', 'ε'],
  ['zeta', 'ζ'],
  ['eta', 'η'],
  ['theta', 'θ'],
  ['iota', 'ι'],
  ['kappa', 'κ'],
  ['lambda', 'λ'],
  ['mu', 'μ'],
  ['nu', 'ν'],
  ['xi', 'ξ'],
  ['pi', 'π'],
  ['rho', 'ρ'],
  ['sigma', 'σ'],
  ['tau', 'τ'],
  ['upsilon', 'υ'],
  ['phi', 'φ'],
  ['chi', 'χ'],
  ['psi', 'ψ'],
  ['omega', 'ω'],
  ['Gamma', 'Γ'],
  ['Delta', 'Δ'],
  ['Theta', 'Θ'],
  ['Lambda', 'Λ'],
  ['Xi', 'Ξ'],
  ['Pi', 'Π'],
  ['Sigma', 'Σ'],
  ['Phi', 'Φ'],
  ['Psi', 'Ψ'],
  ['Omega', 'Ω'],
]);

/** A longer name is cut; the picture's buttons say all of it. */
const mostLetters = 16;

/** A name as a textbook would draw it: `mu_x[t]` is `μ_x[t]`. */
export function graphName(name: string): string {
  const [, letters = '', tail = ''] = /^(\p{L}*)(.*)$/u.exec(name) ?? [];
  const drawn = `${greek.get(letters) ?? letters}${tail}`;
  const bracket = drawn.indexOf('[');
  const base = bracket < 0 ? drawn : drawn.slice(0, bracket);
  const characters = [...base];
  const short = characters.length > mostLetters ? `${characters.slice(0, mostLetters - 1).join('')}…` : base;
  return bracket < 0 ? short : `${short}${drawn.slice(bracket)}`;
}

/** Letters of a serif italic against the height of the type: how wide the narrow, the wide and the others are. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijltfr.,:;'()[\]|!1 ]/, 0.33],
  // Fonts disagree most about these; too much room does less harm than names that run into one another.
  [/[MW]/, 1.12],
  [/[mw…]/, 0.88],
  [/[\p{Lu}=+−±<>~]/u, 0.68],
];

/** @returns how wide a formula will be drawn, in pixels, without asking the page. */
export function mathWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const { kind, text: part } of mathRuns(text)) {
    const size = fontSize * (kind === 'subscript' ? 0.72 : 1);
    for (const character of part) width += size * (widths.find(([which]) => which.test(character))?.[1] ?? 0.54);
  }
  return width;
}
