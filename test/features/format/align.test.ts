import { describe, expect, it } from 'vitest';
import { align } from '../../../src/features/format/align';
import { piecesOf } from '../../../src/features/format/layout';
import { analyse } from '../../../src/language/analyse';
import { formatted } from '../formatted';

describe('align', () => {
  it.each([
    [
      'params with params only',
      'param a = 1\nparam long = 2\nlet b = 3',
      'param a    = 1\nparam long = 2\nlet b = 3\n',
    ],
    ['lets', 'let a = 1\nlet long = 2', 'let a    = 1\nlet long = 2\n'],
    ['networks', 'network f(a) = a\nnetwork g(a, b) = a', 'network f(a)    = a\nnetwork g(a, b) = a\n'],
    ['not across a blank line', 'let a = 1\n\nlet long = 2', 'let a = 1\n\nlet long = 2\n'],
    ['across a comment', 'let a = 1\n// b\nlet long = 2', 'let a    = 1\n// b\nlet long = 2\n'],
    ['not across a broken statement', 'let a = 1\nlet = 3\nlet long = 2', 'let a = 1\nlet = 3\nlet long = 2\n'],
    ['not behind a statement of several lines', 'let a = [\n1]\nlet long = 2', 'let a = [\n  1]\nlet long = 2\n'],
    ['not data', 'data x = [1]\ndata longer = [1]', 'data x = [1]\ndata longer = [1]\n'],
    [
      'keywords only where both stand',
      'latent a ~ Normal(0, 1)\nlatent b ~ Normal(0, 1)',
      'latent a ~ Normal(0, 1)\nlatent b ~ Normal(0, 1)\n',
    ],
    [
      'no further than a long head',
      `let a = 1\nlet ${'b'.repeat(60)} = 2\nlet cc = 3`,
      `let a  = 1\nlet ${'b'.repeat(60)} = 2\nlet cc = 3\n`,
    ],
    [
      'comments of neighbouring lines',
      'let a = 1 // one\nlet b = 22 // two',
      'let a = 1   // one\nlet b = 22  // two\n',
    ],
    [
      'no comments across a line without',
      'let a = 1 // one\nlet b = 2\nlet c = 3333 // three',
      'let a = 1  // one\nlet b = 2\nlet c = 3333  // three\n',
    ],
    [
      'no comment with a long line',
      `let a = 1 // one\nlet b = ${'1'.repeat(90)} // two`,
      `let a = 1  // one\nlet b = ${'1'.repeat(90)}  // two\n`,
    ],
  ])('lines up %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  it('pads in front of the sign', () => {
    const pieces = piecesOf(analyse('let a = 1\nlet long = 2'));
    align(pieces);
    expect(pieces.filter(({ text }) => text === '=').map(({ gap }) => gap.spaces)).toEqual([4, 1]);
  });
});
