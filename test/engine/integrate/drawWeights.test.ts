import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/engine/factors/tables/elementLaw';
import { DrawWeights } from '../../../src/engine/integrate/drawWeights';
import { logMean } from '../../../src/engine/integrate/replicated';
import { inquire } from '../queries/inquire';

const { given } = inquire('observed x ~ Normal(0, 1)');
/** A block in which every joint state has the same weights. */
const block = (firstDraw: number, weights: readonly number[], states = 1) => ({
  firstState: 0,
  states,
  firstDraw,
  draws: weights.length,
  values: new Map(),
  scope: scopeOf(given, new Map()),
  logWeights: Float64Array.from({ length: states * weights.length }, (_, n) => Math.log(weights[n % weights.length]!)),
  logTerms: null,
  projectedMeans: null,
  outside: () => [],
});

describe('the weights of draws', () => {
  it('add up over joint states, levels and blocks', () => {
    const weights = new DrawWeights();
    weights.begin(1);
    weights.add(block(0, new Array(10).fill(1), 2));
    weights.add(block(10, new Array(6).fill(1), 2));
    expect(weights.mean(1)).toEqual({ log: Math.LN2, error: 0 });
    expect(weights.effectiveSampleSize()).toBeCloseTo(16, 12);
    weights.begin(1);
    weights.add(block(0, new Array(16).fill(4)));
    expect(weights.mean(2).log).toBeCloseTo(Math.log(3), 12);
    expect(weights.effectiveSampleSize()).toBeCloseTo((16 * 6) ** 2 / (16 * (4 + 16)), 12);
  });

  it('have an error where replicates differ, and are worth nothing where all are 0', () => {
    const weights = new DrawWeights();
    weights.begin(1);
    weights.add(
      block(
        0,
        Array.from({ length: 16 }, (_, r) => r),
      ),
    );
    expect(weights.mean(1).log).toBeCloseTo(Math.log(7.5), 12);
    expect(weights.mean(1).error).toBe(logMean(Array.from({ length: 16 }, (_, r) => Math.log(r))).error);
    const none = new DrawWeights();
    none.begin(1);
    none.add(block(0, new Array(16).fill(0)));
    expect(none.effectiveSampleSize()).toBe(0);
    expect(none.mean(1).log).toBe(Number.NEGATIVE_INFINITY);
  });
});
