import { describe, expect, it } from 'vitest';
import type { Bars } from '../../../src/engine/api/preview';
import { responsibilities, tellsOf } from '../../../webview/plots/overlay/responsibilities';
import { scaledPlot } from '../../../webview/plots/scale/scaledPlot';
import { choice, counts, threeBumps, twoBlobs } from '../fixtures';

function latent(label: string, values: readonly number[], labels: readonly string[]): Bars {
  return {
    ...counts(),
    choice: choice(label),
    values: Float64Array.from(values),
    labels,
    probability: Float64Array.from(values, () => 1 / values.length),
  };
}

const z = latent('z', [1, 2, 3], ['blue', 'orange', 'green']);

describe('responsibilities', () => {
  it('are the shares of the components at a place, in the order of the bars', () => {
    const curve = threeBumps();
    const at = curve.x.findIndex((x) => x >= 1.5);
    const made = responsibilities(curve, z, { x: curve.x[at]!, y: 0 }, '1.5')!;
    made.shares.forEach((share, k) => {
      expect(share).toBeCloseTo(curve.components.items[k]!.density[at]! / curve.density[at]!, 9);
    });
    expect(made.name).toBe('p(z | x = 1.5)');
    expect(made.text).toMatch(/^orange 0\.\d\d, green 0\.\d\d$/);
  });

  it('follow the values of the bars, not their order, and are the same on every scale', () => {
    const turned = latent('z', [3, 2, 1], ['green', 'orange', 'blue']);
    const at = { x: -2, y: 0 };
    const plain = responsibilities(threeBumps(), z, at, '−2')!;
    expect(responsibilities(threeBumps(), turned, at, '−2')!.shares).toEqual([...plain.shares].reverse());
    expect(responsibilities(scaledPlot(threeBumps(), 'log', null), z, at, '−2')).toEqual(plain);
  });

  it('sum out the other variables that tell components apart', () => {
    const curve = threeBumps();
    const items = curve.components.items.map((item, i) => ({ ...item, values: [i === 0 ? 1 : 2, i] }));
    const both = { ...curve, components: { ...curve.components, items, of: 'z, k' } };
    const shares = responsibilities(both, latent('z', [1, 2], ['1', '2']), { x: 1, y: 0 }, '1')!.shares;
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(shares).toHaveLength(2);
    expect(responsibilities(both, latent('z', [1, 2], ['1', '2']), { x: -2, y: 0 }, '−2')!.text).toMatch(
      /^z = 1 0\.\d\d/,
    );
  });

  it('are not there for another variable, for some of many components, or for a plane', () => {
    const at = { x: 0, y: 0 };
    expect(responsibilities(threeBumps(), latent('k', [1, 2], ['1', '2']), at, '0')).toBeNull();
    const some = threeBumps();
    expect(responsibilities({ ...some, components: { ...some.components, total: 9 } }, z, at, '0')).toBeNull();
    expect(responsibilities(twoBlobs('x', 5), z, at, '0')).toBeNull();
    expect(tellsOf(threeBumps(), z)).toBe(true);
    expect(tellsOf(threeBumps(), threeBumps())).toBe(false);
  });
});
