import { describe, expect, it } from 'vitest';
import { heatRamp, type Rgb, toOklab } from '../../../webview/plots/plane/ramp';

function colours(ramp: Uint8ClampedArray): Rgb[] {
  return Array.from({ length: ramp.length / 3 }, (_, i) => [
    ramp[3 * i] ?? 0,
    ramp[3 * i + 1] ?? 0,
    ramp[3 * i + 2] ?? 0,
  ]);
}

describe.each([
  ['dark', [31, 31, 31]],
  ['black', [0, 0, 0]],
  ['light', [255, 255, 255]],
  ['sepia', [253, 246, 227]],
] as const)('the ramp on a %s background', (_, background) => {
  const ramp = colours(heatRamp(background));
  const lightness = ramp.map((colour) => toOklab(colour)[0]);

  it('starts at the background', () => {
    expect(ramp[0]).toEqual([...background]);
  });

  it('changes its lightness evenly and in one direction, so that it reads without colour vision', () => {
    const total = (lightness.at(-1) ?? 0) - (lightness[0] ?? 0);
    expect(Math.abs(total)).toBeGreaterThan(0.6);
    const tenths = Array.from(
      { length: 10 },
      (_, i) => (lightness[Math.round(((i + 1) * 255) / 10)] ?? 0) - (lightness[Math.round((i * 255) / 10)] ?? 0),
    );
    for (const step of tenths) {
      expect(step / total).toBeGreaterThan(0.085);
      expect(step / total).toBeLessThan(0.115);
    }
  });

  it('has no two neighbours that look far apart, where eight bits can tell them', () => {
    for (let i = 1; i < ramp.length; i++) {
      if ((lightness[i] ?? 0) < 0.18) continue;
      const [a, b] = [toOklab(ramp[i - 1] ?? [0, 0, 0]), toOklab(ramp[i] ?? [0, 0, 0])];
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeLessThan(0.02);
    }
  });
});

it('OKLab of white, black and pure red are what its author publishes', () => {
  expect(toOklab([255, 255, 255])).toEqual([expect.closeTo(1, 5), expect.closeTo(0, 5), expect.closeTo(0, 5)]);
  expect(toOklab([0, 0, 0])).toEqual([0, 0, 0]);
  expect(toOklab([255, 0, 0])).toEqual([
    expect.closeTo(0.62796, 4),
    expect.closeTo(0.22486, 4),
    expect.closeTo(0.12585, 4),
  ]);
});
