import { describe, expect, it } from 'vitest';
import { type Rgb, toOklab } from '../../webview/plots/plane/ramp';
import { parseColour } from '../../webview/ui/scene/theme';
import { panelStyles } from './panelStyles';
import { type ThemeName, themeColour } from './themes';

/** The colours of the style sheet, for each of its two palettes. */
const styles = panelStyles();
const [dark, light] = [...styles.matchAll(/\{([^}]*--c0:[^}]*)\}/g)].map(([, block = '']) => {
  const colours = new Map<string, Rgb>();
  for (const [, name = '', value = ''] of block.matchAll(/--(\w+): (#[\da-f]+)/g)) {
    const colour = parseColour(value);
    if (colour !== null) colours.set(name, colour);
  }
  return colours;
});

const palettes: readonly [ThemeName, ReadonlyMap<string, Rgb> | undefined][] = [
  ['dark', dark],
  ['high-contrast', dark],
  ['light', light],
  ['high-contrast-light', light],
];

function background(theme: ThemeName): Rgb {
  return parseColour(themeColour(theme, 'editor-background')) ?? [0, 0, 0];
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Contrast as the Web Content Accessibility Guidelines define it, 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([red, green, blue]: Rgb): number =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Full colour blindness of the two common kinds, after Machado, Oliveira and Fernandes (2009), on linear light. */
const visions = {
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
} as const;

function seenWith(matrix: readonly number[], [red, green, blue]: Rgb): Rgb {
  const light = [linear(red), linear(green), linear(blue)];
  const encode = (value: number): number => {
    const share = Math.min(1, Math.max(0, value));
    return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
  };
  const row = (i: number): number => encode(light.reduce((sum, part, j) => sum + part * (matrix[3 * i + j] ?? 0), 0));
  return [row(0), row(1), row(2)];
}

function distance(a: Rgb, b: Rgb): number {
  const [x, y] = [toOklab(a), toOklab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

describe.each(palettes)('the colours of components in %s', (theme, palette) => {
  const colours = [...(palette ?? [])];
  const lines = colours.filter(([name]) => /^c\d$/.test(name));
  const inks = colours.filter(([name]) => /^t\w$/.test(name));

  it('are eight, with a text colour each', () => {
    expect(lines).toHaveLength(8);
    expect(inks).toHaveLength(9);
  });

  it('stand out from the background: lines 3 to 1, text 4.5 to 1', () => {
    for (const [name, colour] of lines) expect(contrast(colour, background(theme)), name).toBeGreaterThan(2.8);
    for (const [name, colour] of inks) expect(contrast(colour, background(theme)), name).toBeGreaterThan(4.5);
    expect(contrast(palette?.get('marginal') ?? [0, 0, 0], background(theme))).toBeGreaterThan(4.5);
  });

  it.each(Object.entries(visions))('the first four can be told apart with %s', (_, matrix) => {
    const seen = lines.slice(0, 4).map(([name, colour]) => [name, seenWith(matrix, colour)] as const);
    for (const [i, [a, first]] of seen.entries()) {
      for (const [b, second] of seen.slice(i + 1))
        expect(distance(first, second), `${a} and ${b}`).toBeGreaterThan(0.07);
    }
  });

  it('all eight can be told apart with full colour vision', () => {
    for (const [i, [a, first]] of lines.entries()) {
      for (const [b, second] of lines.slice(i + 1))
        expect(distance(first, second), `${a} and ${b}`).toBeGreaterThan(0.07);
    }
  });
});
