import { describe, expect, it } from 'vitest';
import { setBetween, setInside } from '../../../src/features/format/breaks';
import { piecesOf } from '../../../src/features/format/layout';
import { tablesOf } from '../../../src/features/format/tables';
import { analyse } from '../../../src/language/analyse';
import { formatted } from '../formatted';

describe('setBetween', () => {
  it.each([
    ['one statement a line', 'let a = 1 let b = 2', 'let a = 1\nlet b = 2\n'],
    ['no blank line at the top', '\n\n  let a = 1', 'let a = 1\n'],
    ['at most one blank line', 'let a = 1\n\n\n\nlet b = 2', 'let a = 1\n\nlet b = 2\n'],
    ['comments on their own lines', 'let a = 1\n   // b\n\n // c\nlet b = 2', 'let a = 1\n// b\n\n// c\nlet b = 2\n'],
    ['comments behind a statement', 'let a = 1// b\nlet b = 2', 'let a = 1  // b\nlet b = 2\n'],
    ['comments before a statement', '/* a */let a = 1', '/* a */ let a = 1\n'],
    ['two comments on a line', '/* a *//* b */', '/* a */ /* b */\n'],
  ])('keeps %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  it('leaves the white space round broken text alone', () => {
    const pieces = piecesOf(analyse('foo  let a = 1\n   foo'));
    setBetween(pieces);
    expect(pieces.filter(({ gap }) => gap.fixed).map(({ text }) => text)).toEqual(['foo', 'let', 'foo']);
  });
});

describe('setInside', () => {
  it.each([
    ['joins a head', 'latent\nz\n~\nNormal(0, 1)', 'latent z ~\n  Normal(0, 1)\n'],
    [
      'keeps the stages of a network on their lines',
      'network f(z) = z\n-> dense(2)\n-> dense(1)',
      'network f(z) = z\n  -> dense(2)\n  -> dense(1)\n',
    ],
    ['indents inside brackets', 'let y = [1,\n2,\n3\n]', 'let y = [1,\n  2,\n  3\n]\n'],
    ['indents brackets in brackets', 'let y = [\n[1,\n2],\n[3, 4]]', 'let y = [\n  [1,\n    2],\n  [3, 4]]\n'],
    ['keeps brackets and commas where they belong', 'let y = exp\n(1)\n+ [2\n, 3]', 'let y = exp(1)\n  + [2, 3]\n'],
    ['breaks behind a line comment', 'let y = 1 // one\n+ 2', 'let y = 1  // one\n  + 2\n'],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  it('fixes every gap inside a broken statement', () => {
    const analysis = analyse('latent   z  ~  Normal(');
    const pieces = piecesOf(analysis);
    setInside(pieces, tablesOf(analysis));
    expect(pieces.map(({ gap }) => gap.fixed)).toEqual([false, true, true, true, true]);
  });
});
