import { splitOutside } from './styleRules';

/** Red, green and blue from 0 to 255; opacity from 0 to 1. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly opacity: number;
}

const names: Readonly<Record<string, Colour>> = {
  transparent: { rgb: [0, 0, 0], opacity: 0 },
  black: { rgb: [0, 0, 0], opacity: 1 },
  white: { rgb: [255, 255, 255], opacity: 1 },
};

/**
 * Reads a colour of a style sheet without variables: `#rgb`, `#rrggbb`, each with an opacity or without, `rgb(…)`,
 * `color-mix(in srgb, …)`, `transparent`, `black` and `white`.
 * @returns null for anything else, such as `none`
 */
export function colourOf(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  const named = Object.hasOwn(names, value) ? names[value] : undefined;
  if (named !== undefined) return named;
  if (value.startsWith('#')) return hexColour(value.slice(1));
  const call = /^([\w-]+)\((.*)\)$/s.exec(value);
  if (call === null) return null;
  const [, name, inside = ''] = call;
  if (name === 'rgb' || name === 'rgba') return rgbColour(inside);
  return name === 'color-mix' ? mixed(inside) : null;
}

/** @returns `#rrggbb`; the opacity is not in it, because older programs do not read one in a colour. */
export function hexText({ rgb }: Colour): string {
  return `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function hexColour(digits: string): Colour | null {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return null;
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, opacity = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return { rgb: [red, green, blue], opacity: opacity / 255 };
}

function rgbColour(inside: string): Colour | null {
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  const numbers = parts.map((part) => Number.parseFloat(part));
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = numbers;
  const opacity = parts[3] === undefined ? 1 : share(parts[3]);
  return [red, green, blue, opacity].every(Number.isFinite) ? { rgb: [red, green, blue], opacity } : null;
}

/** CSS Color 5, section 3: what the two shares leave of 100 % is taken from the opacity, and colours mix by their opacity. */
function mixed(inside: string): Colour | null {
  const [space, first, second] = splitOutside(inside, ',');
  if (space !== 'in srgb' || first === undefined || second === undefined) return null;
  const [a, b] = [part(first), part(second)];
  if (a === null || b === null) return null;
  const p = a.share ?? 1 - (b.share ?? 0.5);
  const q = b.share ?? 1 - p;
  if (p + q <= 0) return null;
  const [weightA, weightB] = [(p / (p + q)) * a.colour.opacity, (q / (p + q)) * b.colour.opacity];
  const total = weightA + weightB;
  const at = (i: 0 | 1 | 2): number =>
    total === 0 ? 0 : (a.colour.rgb[i] * weightA + b.colour.rgb[i] * weightB) / total;
  return { rgb: [at(0), at(1), at(2)], opacity: total * Math.min(1, p + q) };
}

function part(text: string): { readonly colour: Colour; readonly share: number | null } | null {
  const match = /^(.*?)(?:\s+([\d.]+%))?$/s.exec(text.trim());
  const colour = colourOf(match?.[1] ?? '');
  return colour === null ? null : { colour, share: match?.[2] === undefined ? null : share(match[2]) };
}

function share(text: string): number {
  return text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text);
}
