import { describe, expect, it } from 'vitest';
import { colourOf, hexText } from '../../webview/export/colour';

function seen(text: string): [string, number] | null {
  const colour = colourOf(text);
  return colour === null ? null : [hexText(colour), Math.round(colour.opacity * 1000) / 1000];
}

describe('a colour of a style sheet', () => {
  it.each([
    ['#fff', '#ffffff', 1],
    ['#1F1F1F', '#1f1f1f', 1],
    ['#00000080', '#000000', 0.502],
    ['#f008', '#ff0000', 0.533],
    ['rgb(1, 2, 3)', '#010203', 1],
    ['rgba(1, 2, 3, 0.5)', '#010203', 0.5],
    ['rgb(1 2 3 / 25%)', '#010203', 0.25],
    ['transparent', '#000000', 0],
    ['color-mix(in srgb, #ff0000 20%, transparent)', '#ff0000', 0.2],
    ['color-mix(in srgb, #000000, #ffffff)', '#808080', 1],
    ['color-mix(in srgb, #ff0000 20%, #0000ff)', '#3300cc', 1],
    ['color-mix(in srgb,#000 10%,#fff 30%)', '#bfbfbf', 0.4],
    ['color-mix(in srgb, color-mix(in srgb, #fff 50%, transparent) 50%, transparent)', '#ffffff', 0.25],
  ])('%s', (text, hex, opacity) => {
    expect(seen(text)).toEqual([hex, opacity]);
  });

  it.each([
    'none',
    'url(#hatch-0)',
    'currentcolor',
    '#12',
    '#12345',
    'rgb(a, b, c)',
    'color-mix(in oklab, #fff, #000)',
    'constructor',
  ])('%s is none that can be told', (text) => {
    expect(seen(text)).toBeNull();
  });
});
