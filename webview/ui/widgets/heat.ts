import { type ElementPart, noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { type HeatGrid, heatPixels } from '../../plots/plane/plane';

/** Fills a canvas with the colours of a plane, one pixel for each cell, when the plane or the ramp changes. */
class HeatDirective extends Directive {
  #plane: HeatGrid | null = null;
  #ramp: Uint8ClampedArray | null = null;

  override render(_plane: HeatGrid, _ramp: Uint8ClampedArray, _highest: number): unknown {
    return noChange;
  }

  override update(part: ElementPart, [plane, ramp, highest]: [HeatGrid, Uint8ClampedArray, number]): unknown {
    if (plane === this.#plane && ramp === this.#ramp) return noChange;
    this.#plane = plane;
    this.#ramp = ramp;
    const canvas = part.element as HTMLCanvasElement;
    const width = plane.x.length;
    const height = plane.y.length;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.getContext('2d')?.putImageData(new ImageData(heatPixels(plane, ramp, highest), width, height), 0, 0);
    return noChange;
  }
}

export const heat = directive(HeatDirective);

/** Fills a canvas one pixel wide with the ramp itself, the highest density on top: the legend of a heat map. */
class RampDirective extends Directive {
  #ramp: Uint8ClampedArray | null = null;

  override render(_ramp: Uint8ClampedArray): unknown {
    return noChange;
  }

  override update(part: ElementPart, [ramp]: [Uint8ClampedArray]): unknown {
    if (ramp === this.#ramp) return noChange;
    this.#ramp = ramp;
    const steps = ramp.length / 3;
    const canvas = part.element as HTMLCanvasElement;
    canvas.width = 1;
    canvas.height = steps;
    const pixels = new Uint8ClampedArray(steps * 4);
    for (let i = 0; i < steps; i++) {
      const from = (steps - 1 - i) * 3;
      pixels.set([...ramp.subarray(from, from + 3), 255], i * 4);
    }
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, 1, steps), 0, 0);
    return noChange;
  }
}

export const rampLegend = directive(RampDirective);
