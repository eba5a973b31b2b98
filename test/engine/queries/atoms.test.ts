import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { normal } from '../../../src/engine/families/normal';
import {
  addMoments,
  spreadOfAtoms,
  stateQuantiles,
  statesOfAtoms,
  weightedQuantiles,
} from '../../../src/engine/queries/atoms';

const atoms = {
  size: 2,
  values: Float64Array.of(0, 1, 4, 1, 2, 5, Number.NaN, Number.NaN),
  weights: Float64Array.of(0.25, 0.25, 0.5, 0),
};

describe('weighted values', () => {
  it('have moments, in which those without weight have no part', () => {
    const [mean, covariance] = [new Float64Array(2), new Float64Array(4)];
    addMoments(atoms, mean, covariance);
    expect(Array.from(mean)).toEqual([2, 3]);
    expect(Array.from(covariance)).toEqual([2, 0, 0, 4]);
    const spread = spreadOfAtoms(atoms);
    expect([spread.mean, spread.covariance]).toEqual([mean, covariance]);
    expect(spread.quantiles).toHaveLength(2);
  });

  it('stand for a continuous distribution: quantiles lie between them', () => {
    const values = Float64Array.from({ length: 1001 }, (_, i) => -5 + i / 100);
    const density = values.map((x) => Math.exp(-0.5 * x * x));
    const total = density.reduce((a, b) => a + b, 0);
    const found = weightedQuantiles(
      values,
      density.map((each) => each / total),
    );
    quantileLevels.forEach((u, i) => {
      expect(found[i]!).toBeCloseTo(normal.quantile(u, [0, 1]), 4);
    });
    expect(Array.from(weightedQuantiles(Float64Array.of(3), Float64Array.of(1)))).toEqual(quantileLevels.map(() => 3));
  });

  it('of values that are undefined here and there are those of the others', () => {
    const [values, weights] = [
      [1, 2, 3, 4],
      [1, 2, 1, 1],
    ];
    const holed = weightedQuantiles(Float64Array.of(Number.NaN, ...values!), Float64Array.of(5, ...weights!));
    expect(holed).toEqual(weightedQuantiles(Float64Array.from(values!), Float64Array.from(weights!)));
  });

  it('or are the values of a discrete one', () => {
    const found = stateQuantiles(Float64Array.of(3, 1, 2), Float64Array.of(0.25, 0.5, 0.25));
    expect(Array.from(found)).toEqual([1, 1, 1, 1, 2, 3, 3]);
    expect(stateQuantiles(Float64Array.of(1), Float64Array.of(0))[0]).toBeNaN();
  });

  it('are put together where they are the same, and sorted', () => {
    const found = statesOfAtoms({
      size: 2,
      values: Float64Array.of(1, 2, 0, 5, 1, 2, 0, 4),
      weights: Float64Array.of(0.1, 0.2, 0.3, 0.4),
    });
    expect(Array.from(found.values)).toEqual([0, 4, 0, 5, 1, 2]);
    [0.4, 0.2, 0.4].forEach((p, i) => {
      expect(found.probabilities[i]!).toBeCloseTo(p, 15);
    });
  });
});
