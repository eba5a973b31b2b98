import { expect, it } from 'vitest';
import { labelRoom, textWidth } from '../../webview/plots/frame';

it('a text is as wide as its characters, not its code units', () => {
  expect(textWidth('ab', 10)).toBeCloseTo(12, 9);
  expect(textWidth('𝑥', 10)).toBeCloseTo(6, 9);
  expect(textWidth('', 10)).toBe(0);
});

it('the room for labels is that of the widest', () => {
  expect(labelRoom([{ label: '1' }, { label: '1,000' }], 10)).toBeCloseTo(30, 9);
  expect(labelRoom([], 10)).toBe(0);
});
