// @vitest-environment happy-dom
import { html, render } from 'lit';
import { afterEach, expect, it, vi } from 'vitest';
import { heatPixels } from '../../../webview/plots/plane/plane';
import { heatRamp } from '../../../webview/plots/plane/ramp';
import { heat, rampLegend } from '../../../webview/ui/widgets/heat';
import { twoBlobs } from '../../plots/fixtures';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** happy-dom has canvases without a context: this one writes down what is put into it. */
function watchCanvas(): { width: number; height: number; data: Uint8ClampedArray }[] {
  const put: { width: number; height: number; data: Uint8ClampedArray }[] = [];
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  );
  const context = { putImageData: (image: (typeof put)[number]) => put.push(image) };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as unknown as RenderingContext as never);
  return put;
}

it('fills a canvas with one pixel for each cell, and only when something changes', () => {
  const put = watchCanvas();
  const plane = twoBlobs('x', 6);
  const ramp = heatRamp([0, 0, 0]);
  const host = document.createElement('div');
  const paint = (): unknown => render(html`<canvas ${heat(plane, ramp, 0.3)}></canvas>`, host);
  paint();
  paint();
  expect(put).toHaveLength(1);
  expect([put[0]?.width, put[0]?.height]).toEqual([6, 6]);
  expect(put[0]?.data).toEqual(heatPixels(plane, ramp, 0.3));
});

it('draws the ramp from its end on top to its start below', () => {
  const put = watchCanvas();
  const ramp = heatRamp([10, 20, 30]);
  render(html`<canvas ${rampLegend(ramp)}></canvas>`, document.createElement('div'));
  const data = put[0]?.data;
  expect([...(data?.slice(-4) ?? [])]).toEqual([10, 20, 30, 255]);
  expect([...(data?.slice(0, 3) ?? [])]).toEqual([...ramp.slice(-3)]);
});
