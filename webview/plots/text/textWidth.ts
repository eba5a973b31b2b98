/**
 * Widths of characters as shares of the font's size: the widest that they have in the fonts of common systems (DejaVu Sans, by and
 * large), because the font is the user's, and a label that is cut says something else.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[ijl']/, 0.3],
  [/[ .,:;’|·I]/, 0.35],
  [/[fJrt!()[\]{}/\\"°⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉-]/, 0.43],
  [/[aceksvxyzo_?*⁻]/, 0.62],
  [/[mwM%+−×=<>~±→]/, 0.98],
  [/[a-z\d]/, 0.65],
  [/[A-LN-VX-Z&α-χ]/, 0.83],
  [/[\u1100-\u{10ffff}…W@∞ωΑ-Ω]/u, 1.05],
  [/\p{Lu}/u, 1.1],
];
const other = 0.95;

/** What bold type is wider by. */
export const bold = 1.13;

const known = new Map<string, number>();

function characterWidth(character: string): number {
  const before = known.get(character);
  if (before !== undefined) return before;
  const width = widths.find(([characters]) => characters.test(character))?.[1] ?? other;
  known.set(character, width);
  return width;
}

/** @returns how wide a text will be drawn at most, in pixels, without asking the page (which would force a layout). */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) sum += characterWidth(character);
  return sum * fontSize;
}

/** @returns the same for a name in bold type. */
export function nameWidth(text: string, fontSize: number): number {
  return bold * textWidth(text, fontSize);
}

/** @returns the pixels to leave beside a vertical axis for its labels. */
export function labelRoom(ticks: readonly { readonly label: string }[], fontSize: number): number {
  return Math.max(0, ...ticks.map(({ label }) => textWidth(label, fontSize)));
}
