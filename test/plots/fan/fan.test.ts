import { describe, expect, it } from 'vitest';
import { type FanLayout, layoutFan, shareGroups } from '../../../webview/plots/fan/fan';
import { risingFan, weatherFan } from '../fans';

const size = { width: 500, height: 300 };

function points(path: string): [number, number][] {
  return path
    .split(/[MLZ]/)
    .filter((part) => part !== '')
    .map((part) => part.split(',').map(Number) as [number, number]);
}

function bandsOf({ content }: FanLayout) {
  if (content.kind !== 'bands') throw new Error('no bands');
  return content;
}

describe('a fan in pixels', () => {
  const layout = layoutFan(
    risingFan(),
    [
      { index: 3, value: 2 },
      { index: 9, value: 0 },
    ],
    size,
    12,
  );
  const { x, y } = layout;

  it('has its median and its bands where their values are', () => {
    const { median, narrow, wide, paths } = bandsOf(layout);
    points(median).forEach(([px, py], k) => {
      expect(x.scale.invert(px)).toBeCloseTo(k + 1, 1);
      expect(y.scale.invert(py)).toBeCloseTo(k, 1);
    });
    expect(points(narrow).map(([, py]) => Math.round(y.scale.invert(py)))).toEqual([1, 2, 3, 4, 5, 3, 2, 1, 0, -1]);
    expect(points(wide).map(([, py]) => Math.round(y.scale.invert(py)))).toEqual([2, 3, 4, 5, 6, 2, 1, 0, -1, -2]);
    expect(paths).toHaveLength(2);
  });

  it('holds all of it within its frame', () => {
    const { left, right, top, bottom } = layout.frame;
    for (const [px, py] of points(bandsOf(layout).wide)) {
      expect(px).toBeGreaterThanOrEqual(left);
      expect(px).toBeLessThanOrEqual(right);
      expect(py).toBeGreaterThan(top);
      expect(py).toBeLessThan(bottom);
    }
  });

  it('marks what was observed, of the elements that it shows', () => {
    expect(layout.seen).toHaveLength(1);
    expect(x.scale.invert(layout.seen[0]!.x)).toBeCloseTo(3, 1);
    expect(y.scale.invert(layout.seen[0]!.y)).toBeCloseTo(2, 1);
  });

  it('has ticks at whole numbers only, and some at any width', () => {
    for (const count of [2, 3, 20, 200]) {
      for (const width of [200, 400, 1400]) {
        const { ticks } = layoutFan(risingFan(count), [], { width, height: 300 }, 12).x;
        expect(ticks.length).toBeGreaterThan(0);
        for (const { value, label } of ticks) {
          expect(Number.isInteger(value)).toBe(true);
          expect(label).toBe(String(value));
        }
      }
    }
  });

  it('is drawn where quantiles are undefined or without spread', () => {
    const flat = new Float64Array(2).fill(3);
    const fan = risingFan(2, { content: { kind: 'bands', quantiles: [flat, flat, flat, flat, flat], paths: [] } });
    expect(layoutFan(fan, [], size, 12).y.scale.domain()).toEqual([2, 4]);
    const unknown = new Float64Array(2).fill(Number.NaN);
    const none = risingFan(2, {
      content: { kind: 'bands', quantiles: [unknown, unknown, unknown, unknown, unknown], paths: [] },
    });
    expect(bandsOf(layoutFan(none, [], size, 12)).median).toBe('');
  });
});

describe('shares in pixels', () => {
  it('stand on top of one another and fill the height', () => {
    const { content, frame, y } = layoutFan(weatherFan(), [], size, 12);
    if (content.kind !== 'shares') throw new Error('no shares');
    expect(content.stacks.map(({ label, className }) => [label, className])).toEqual([
      ['sunny', 'c0'],
      ['rainy', 'c1'],
    ]);
    const boxes = content.stacks.map(({ path }) =>
      [...path.matchAll(/,([\d.]+)V([\d.]+)/g)].map(([, from, to]) => [Number(from), Number(to)]),
    );
    [0.1, 0.4, 0.5].forEach((share, k) => {
      expect(boxes[0]![k]![0]).toBeCloseTo(frame.bottom, 0);
      expect(y.scale.invert(boxes[0]![k]![1]!)).toBeCloseTo(share, 2);
      expect(boxes[1]![k]![0]).toBe(boxes[0]![k]![1]);
      expect(boxes[1]![k]![1]).toBeCloseTo(frame.top, 0);
    });
  });

  it('beyond the colours are taken together, the smallest', () => {
    const count = 12;
    const labels = Array.from({ length: count }, (_, v) => String(v + 1));
    const shares = labels.map((_, v) => Float64Array.of((v + 1) / 78));
    const groups = shareGroups({ kind: 'shares', values: labels.map(Number), labels, shares });
    expect(groups).toHaveLength(8);
    expect(groups.slice(0, 7).map(({ label }) => label)).toEqual(['6', '7', '8', '9', '10', '11', '12']);
    expect(groups[7]).toEqual({ label: '5 others', className: 'cx', members: [0, 1, 2, 3, 4] });
  });
});
