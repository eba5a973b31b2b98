import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abbreviated, fitText, fitTitle, shortFormula, titleWidth } from '../../../webview/plots/text/fitText';
import { textWidth } from '../../../webview/plots/text/textWidth';

const name = 'the_delay_of_the_morning_train';

describe('a text that must fit', () => {
  it('stays whole where it does, and else loses its middle', () => {
    expect(fitText(name, 1000, 13)).toBe(name);
    expect(fitText(name, 120, 13)).toBe('the_delay…_train');
    expect(fitText(name, 14, 13)).toBe('…');
    expect(fitText(name, 2, 13)).toBe('');
  });

  it('is never wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (text, room) => {
          const shown = fitText(text, room, 13);
          expect(textWidth(shown, 13)).toBeLessThanOrEqual(room);
          if (textWidth(text, 13) <= room) expect(shown).toBe(text);
        },
      ),
    );
  });
});

describe('the title of an axis', () => {
  it('has shorter names first, then goes without its words', () => {
    const title = `density p(${name})`;
    expect(fitTitle(title, 1000, 13)).toBe(title);
    expect(fitTitle(title, 250, 13)).toBe('density p(the_delay_o…g_train)');
    expect(fitTitle(title, 150, 13)).toBe('p(the_delay…train)');
    expect(fitTitle(title, 70, 13)).toBe('p(th…n)');
    expect(fitTitle(`log density, log p(${name})`, 150, 13)).toMatch(/^log p\(th.*…/);
  });

  it('is never wider than its room', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z_]{1,50}$/),
        fc.double({ min: 20, max: 400, noNaN: true }),
        (variable, room) => {
          expect(titleWidth(fitTitle(`distribution function F(${variable})`, room, 13), 13)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});

it('a formula that is said in full elsewhere has names of a readable length', () => {
  expect(shortFormula(`log p(${name})`)).toBe('log p(the_dela…train)');
  expect(shortFormula('p(x₁)')).toBe('p(x₁)');
  expect(abbreviated('abcdefgh', 5)).toBe('abc…h');
  expect(abbreviated('abcdefgh', 1)).toBe('…');
});
