import { expect, it } from 'vitest';
import { labelRoom, nameWidth, textWidth } from '../../../webview/plots/text/textWidth';

it('a text is as wide as its characters, not its code units', () => {
  expect(textWidth('', 10)).toBe(0);
  expect(textWidth('ab', 10)).toBeCloseTo(12.7, 9);
  expect(textWidth('😀', 10)).toBeCloseTo(10.5, 9);
  expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
});

it('wide letters take more room than narrow ones, and bold ones more than others', () => {
  const order = ['i', 'f', 'a', 'A', 'M', 'W'];
  expect(order.map((letter) => textWidth(letter, 10))).toEqual(
    order.map((letter) => textWidth(letter, 10)).sort((a, b) => a - b),
  );
  expect(textWidth('W', 10)).toBeGreaterThan(2 * textWidth('i', 10));
  expect(nameWidth('orange', 13)).toBeGreaterThan(textWidth('orange', 13));
});

it('the room for labels is that of the widest', () => {
  expect(labelRoom([{ label: '1' }, { label: '1,000' }], 10)).toBe(textWidth('1,000', 10));
  expect(labelRoom([], 10)).toBe(0);
});
