import type { Limits } from './limits';

export interface SliderRange {
  readonly low: number;
  readonly high: number;
}

/** The two ends of a slider: those of the domain where it has them, otherwise twice as far as the value on either side, or 1 from 0. */
export function sliderRange(value: number, { low, high }: Limits): SliderRange {
  const reach = niceAbove(value === 0 ? 1 : 2 * Math.abs(value));
  const bottom = Number.isFinite(low) ? Math.min(low, value) : -reach;
  const top = Number.isFinite(high) ? Math.max(high, value) : reach;
  // A domain that is open on one side reaches as far as the value asks for.
  return { low: bottom, high: top > bottom ? top : bottom + reach };
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value * (1 - 1e-12)) ?? 10;
  return Number((step * power).toPrecision(1));
}

/**
 * The ends of sliders, kept while a file's model keeps its structure: a slider whose ends move under the pointer cannot be used.
 */
export class SliderRanges {
  #model = '';
  readonly #ranges = new Map<number, SliderRange & { readonly limits: Limits }>();

  /** Another file, or another structure, has other literals: its sliders begin anew. */
  enter({ uri, structureKey }: { readonly uri: string; readonly structureKey: string }): void {
    const model = `${uri} ${structureKey}`;
    if (model === this.#model) return;
    this.#model = model;
    this.#ranges.clear();
  }

  /** @returns the ends for a literal of the model that was entered; new ones only where its value lies outside of those that it has, or its domain is another */
  range(slot: number, value: number, limits: Limits): SliderRange {
    const known = this.#ranges.get(slot);
    const same = known?.limits.low === limits.low && known.limits.high === limits.high;
    if (known !== undefined && same && value >= known.low && value <= known.high) return known;
    const range = { ...sliderRange(value, limits), limits };
    this.#ranges.set(slot, range);
    return range;
  }
}
