import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../webview/plots/axes/labels';
import { textWidth } from '../../../webview/plots/text/textWidth';

const frame = { left: 50, right: 650, top: 0, bottom: 300 };
const fontSize = 13;
const flat = (): number => 200;

describe('names of components', () => {
  it('stand above the bold line over their peak', () => {
    const wish = { text: 'orange', x: 300, y: 205, priority: 1 };
    expect(placeLabels([wish], frame, fontSize, flat)).toEqual([{ wish, x: 300, y: 193 }]);
  });

  it('stand at their own peak where the bold line is far above it', () => {
    const wish = { text: 'low', x: 300, y: 280, priority: 1 };
    expect(placeLabels([wish], frame, fontSize, flat)).toEqual([{ wish, x: 300, y: 273 }]);
  });

  it('are left out where there is no place', () => {
    const wishes = Array.from({ length: 60 }, (_, i) => ({ text: 'component', x: 300, y: 200, priority: i }));
    const placed = placeLabels(wishes, frame, fontSize, flat);
    expect(placed.length).toBeLessThan(60);
    expect(placed[0]?.wish.priority).toBe(59);
  });

  it('never touch and never leave the frame', () => {
    const wishes = fc.array(
      fc.record({
        text: fc.string({ minLength: 1, maxLength: 14 }),
        x: fc.double({ min: 50, max: 650, noNaN: true }),
        y: fc.double({ min: 0, max: 300, noNaN: true }),
        priority: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(wishes, fc.double({ min: 20, max: 300, noNaN: true }), (list, sky) => {
        const boxes = placeLabels(list, frame, fontSize, () => sky).map(({ wish, x, y }) => {
          const half = textWidth(wish.text, fontSize) / 2;
          return { left: x - half, right: x + half, top: y - fontSize, bottom: y };
        });
        for (const [i, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(frame.left);
          expect(a.right).toBeLessThanOrEqual(frame.right);
          expect(a.top).toBeGreaterThanOrEqual(frame.top);
          for (const b of boxes.slice(i + 1)) {
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
        }
      }),
    );
  });
});
