import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { scaledPlot, scaleOf, scalesOf, sourceOf } from '../../../webview/plots/scale/scaledPlot';
import { crosshairAt, readAt } from '../../../webview/plots/words/pointing';
import { describe as summary } from '../../../webview/plots/words/summary';
import { tableOf } from '../../../webview/plots/words/table';
import { counts, threeBumps, twoBlobs } from '../fixtures';

const size = { width: 600, height: 300 };
const options = { fontSize: 13, compact: false };

describe('a plot on another scale', () => {
  it('is the plot itself on the scale of densities, and where there is no other', () => {
    const curve = threeBumps();
    expect(scaledPlot(curve, 'density', null)).toBe(curve);
    const plane = twoBlobs('x', 5);
    expect(scaledPlot(plane, 'log', null)).toBe(plane);
    expect(scalesOf(plane)).toEqual(['density']);
  });

  it('has no distribution function where the values have no order', () => {
    const named = { ...counts(), labels: Array.from(counts().values, (_, i) => `name ${i}`) };
    expect(scalesOf(named)).toEqual(['density', 'log']);
    expect(scaleOf(scaledPlot(named, 'distribution', null))).toBe('density');
    expect(scalesOf(counts())).toContain('distribution');
  });

  it('is read off on its scale, with the shares of the densities', () => {
    const curve = threeBumps();
    const at = { x: 0.5, y: 0 };
    const plain = readAt(curve, at);
    const log = readAt(scaledPlot(curve, 'log', null), at);
    const sum = readAt(scaledPlot(curve, 'distribution', null), at);
    expect(log.density.name).toBe('log p(x)');
    expect(Number(log.density.value.replace('−', '-'))).toBeCloseTo(Math.log(Number(plain.density.value)), 1);
    expect(sum.density.name).toBe('F(x)');
    expect(sum.spoken).toContain('F(x) = ');
    expect(log.shares).toEqual(plain.shares);
    expect(sum.shares).toEqual(plain.shares);
  });

  it('has its crosshair on the drawn lines', () => {
    for (const scale of ['log', 'distribution'] as const) {
      const plot = scaledPlot(threeBumps(), scale, null);
      if (plot.kind !== 'curve') throw new Error('It is a curve.');
      const layout = layoutCurve(plot, size, options);
      const { y } = crosshairAt(plot, layout, { x: 0.5, y: 0 });
      const i = plot.x.findIndex((x) => x >= 0.5 - 0.05);
      expect(y).toBeCloseTo(layout.y.scale(plot.density[i]!), -1);
      expect(sourceOf(plot)).not.toBe(plot);
    }
  });

  it('is summed up and listed in its own words', () => {
    const log = scaledPlot(threeBumps(), 'log', null);
    expect(summary(log, null)).toMatch(/^Log density of x from −5 to 5\.6, highest at x = −1\.9\d with −1\.3\d\./);
    expect(tableOf(log).head[1]).toBe('log p(x)');
    const sum = scaledPlot(threeBumps(), 'distribution', null);
    expect(summary(sum, null)).toMatch(/^Distribution function of x: .* one half at x = /);
    expect(tableOf(sum).head[1]).toBe('F(x)');
    expect(summary(scaledPlot(counts(), 'log', null), null)).toMatch(/^Log probability of /);
  });

  it('of bars draws a staircase, and logarithms from the end of the axis', () => {
    const stairs = scaledPlot({ ...counts(), massInside: 1 }, 'distribution', null);
    const logs = scaledPlot(counts(), 'log', null);
    if (stairs.kind !== 'bars' || logs.kind !== 'bars') throw new Error('They are bars.');
    const layout = layoutBars(stairs, size, options);
    const heights = layout.caps.match(/,([\d.]+)h/g)!.map((text) => Number(text.slice(1, -1)));
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(layoutBars(logs, size, options).whole).not.toMatch(/NaN|Infinity/);
  });
});
