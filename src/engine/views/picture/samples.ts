import type { Choice } from '../../api/preview';
import type { Element } from '../../plan/graph';
import type { Target } from '../../plan/target';
import { sample, sampleBlock } from '../../sampling/sampler';
import { sizeOf } from '../../values/shape';
import type { Setting } from './setting';

/** Samples at the least: the ranges of the axes come from them. */
const fewest = 1024;

/** The ancestral samples of one request, drawn block by block. */
export class Samples {
  private readonly blocks = new Map<Element, Float64Array>();
  private readonly wanted: number;
  private drawn = 0;
  private block = 0;

  constructor(
    private readonly setting: Setting,
    private readonly elements: readonly Element[],
  ) {
    this.wanted = Math.max(fewest, setting.request.query.samples);
  }

  get count(): number {
    return this.drawn;
  }

  get complete(): boolean {
    return this.drawn >= this.wanted;
  }

  /** Draws the next block. */
  more(): void {
    const { given, graph, session, request } = this.setting;
    const count = Math.min(sampleBlock, this.wanted - this.drawn);
    const made = sample(given, graph, session.base, this.elements, request.query.seed, this.block, count);
    this.elements.forEach((element, i) => {
      const before = this.blocks.get(element);
      this.blocks.set(element, before === undefined ? made[i]! : joined(before, made[i]!));
    });
    this.drawn += count;
    this.block++;
  }

  /** All draws so far: count × size of one draw. */
  of(element: Element): Float64Array {
    return this.blocks.get(element) ?? new Float64Array();
  }
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

/** The samples of a target: one coordinate of each draw, or the draws themselves. */
export function targetSamples(target: Target, draws: Float64Array): Float64Array {
  if (target.coordinate === null) return draws;
  const size = sizeOf(target.element.variable.type.shape);
  const { coordinate } = target;
  return Float64Array.from({ length: draws.length / size }, (_, i) => draws[i * size + coordinate]!);
}

/** The share of numbers within [low, high]. */
export function shareWithin(values: Float64Array, low: number, high: number): number {
  let inside = 0;
  for (const value of values) if (value >= low && value <= high) inside++;
  return values.length === 0 ? 1 : inside / values.length;
}

/**
 * The share of samples at each of some rising values. Where these are every k-th of many whole numbers, samples meet single ones too
 * seldom to say anything: then the mean share of a number in a stretch of them, as in a histogram.
 */
export function sharesAt(samples: Float64Array, values: Float64Array): Float64Array {
  const apart = values.length > stretches ? values[1]! - values[0]! : 1;
  if (apart > 1) return meanShares(samples, values, apart);
  const place = new Map(Array.from(values, (value, i) => [value, i]));
  const result = new Float64Array(values.length);
  for (const sample of samples) {
    const i = place.get(sample);
    if (i !== undefined) result[i]! += 1 / samples.length;
  }
  return result;
}

/** So many steps show the shape of some thousand samples. */
const stretches = 40;

function meanShares(samples: Float64Array, values: Float64Array, apart: number): Float64Array {
  const together = Math.ceil(values.length / stretches);
  const counts = new Float64Array(Math.ceil(values.length / together));
  for (const sample of samples) {
    const i = Math.floor((sample - values[0]!) / apart);
    if (i >= 0 && i < values.length) counts[Math.floor(i / together)]! += 1;
  }
  return values.map((_, i) => {
    const stretch = Math.floor(i / together);
    const numbers = apart * Math.min(together, values.length - stretch * together);
    return counts[stretch]! / (numbers * samples.length);
  });
}

/** The observed values of what is looked at; none where there are no data for it. */
export function observedData(data: ReadonlyMap<string, readonly Float64Array[]>, choice: Choice): Float64Array {
  const columns = choice.index === null ? data.get(choice.variable) : undefined;
  return columns?.[(choice.coordinate ?? 1) - 1] ?? new Float64Array();
}
