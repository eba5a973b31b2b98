import { describe, expect, it } from 'vitest';
import {
  afterText,
  editMessage,
  extended,
  isOwed,
  overlaid,
  wantedNumbers,
} from '../../../webview/ui/state/pendingEdit';

const text = { uri: 'file:///a.lvm', structureKey: 'key', numbers: [1, 2, 3] };

describe('an edit that is pending', () => {
  const first = extended(null, text, 7, [{ slot: 1, value: 2.5 }]);

  it('is drawn over the numbers of the text', () => {
    expect(overlaid(text.numbers, text, first)).toEqual([1, 2.5, 3]);
    expect(overlaid(text.numbers, text, null)).toEqual([1, 2, 3]);
  });

  it('is not drawn over another model', () => {
    expect(overlaid([9, 9, 9], { ...text, structureKey: 'other' }, first)).toEqual([9, 9, 9]);
    expect(overlaid([9, 9, 9], { ...text, uri: 'file:///b.lvm' }, first)).toEqual([9, 9, 9]);
  });

  it('is what the hand wants, while a plot shows the numbers of before', () => {
    const shown = { ...text, numbers: [1, 2, 2.9] };
    expect(wantedNumbers({ model: text, pending: first }, shown)).toEqual([1, 2.5, 3]);
    expect(wantedNumbers({ model: text, pending: null }, shown)).toEqual([1, 2, 3]);
    expect(wantedNumbers({ model: { ...text, structureKey: 'other' }, pending: first }, shown)).toBe(shown.numbers);
    expect(wantedNumbers({ model: null, pending: first }, shown)).toBe(shown.numbers);
  });

  it('is owed to the text until that has its last numbers, whether the grip is held or not', () => {
    const second = extended(first, text, 7, [{ slot: 1, value: 4 }]);
    for (const pending of [second, { ...second, held: false }]) {
      const owed = (value: number) => isOwed({ model: { ...text, numbers: [1, value, 3] }, pending });
      expect([2, 2.5, 4].map(owed)).toEqual([true, true, false]);
    }
    expect(isOwed({ model: text, pending: null })).toBe(false);
    expect(isOwed({ model: null, pending: first })).toBe(false);
    expect(isOwed({ model: { ...text, uri: 'file:///b.lvm' }, pending: first })).toBe(false);
  });

  it('remembers what the literals held when its gesture began', () => {
    const moved = extended(first, { ...text, numbers: [1, 2.5, 3] }, 7, [
      { slot: 1, value: 4 },
      { slot: 2, value: 0 },
    ]);
    expect(editMessage(moved)).toEqual({
      type: 'edit',
      uri: text.uri,
      structureKey: 'key',
      gesture: 7,
      changes: [
        { slot: 1, was: 2, value: 4 },
        { slot: 2, was: 3, value: 0 },
      ],
    });
  });

  it('begins anew with another gesture, or another model', () => {
    expect([...extended(first, text, 8, [{ slot: 0, value: 5 }]).values]).toEqual([[0, 5]]);
    expect([...extended(first, { ...text, structureKey: 'other' }, 7, [{ slot: 0, value: 5 }]).values]).toEqual([
      [0, 5],
    ]);
  });

  it('begins where the one before it is going, though the text is not there yet', () => {
    const second = extended({ ...first, held: false }, text, 8, [{ slot: 1, value: 3 }]);
    expect(editMessage(second).changes).toEqual([{ slot: 1, was: 2.5, value: 3 }]);
    const third = extended({ ...second, held: false }, text, 9, [{ slot: 1, value: 3.5 }]);
    expect(editMessage(third).changes).toEqual([{ slot: 1, was: 3, value: 3.5 }]);
    // The text comes by all of them.
    const let3 = { ...third, held: false };
    expect([2, 2.5, 3].map((value) => afterText(let3, { ...text, numbers: [1, value, 3] }))).toEqual([
      let3,
      let3,
      let3,
    ]);
    expect(afterText(let3, { ...text, numbers: [1, 3.5, 3] })).toBe(null);
  });

  it('ends where the text says what no drag has made of it', () => {
    const typed = { ...text, numbers: [1, 7, 3] };
    expect(afterText({ ...first, held: false }, typed)).toBe(null);
    expect(afterText({ ...first, held: false }, { ...text, numbers: [9, 2, 9] })).not.toBe(null);
    expect(afterText(first, typed)).toBe(first);
  });

  it('remembers no longer what the text has left behind', () => {
    const further = [3, 4, 5].reduce(
      (pending, value) => extended(pending, { ...text, numbers: [1, value - 1, 3] }, 7, [{ slot: 1, value }]),
      extended(null, text, 7, [{ slot: 1, value: 2 }]),
    );
    expect(further.trail).toEqual([
      [1, 4, 3],
      [1, 5, 3],
    ]);
  });

  it('ends once the text has it and the grip is let go', () => {
    const arrived = { ...text, numbers: [1, 2.5, 3] };
    expect(afterText(first, arrived)).toBe(first);
    expect(afterText({ ...first, held: false }, text)).not.toBe(null);
    expect(afterText({ ...first, held: false }, arrived)).toBe(null);
    expect(afterText(first, { ...arrived, structureKey: 'other' })).toBe(null);
  });
});
