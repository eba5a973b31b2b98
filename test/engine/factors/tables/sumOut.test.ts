import { describe, expect, it } from 'vitest';
import { sumOut } from '../../../../src/engine/factors/tables/sumOut';

const log = (values: readonly number[]) => Float64Array.from(values, Math.log);

describe('sumOut', () => {
  const sizes = new Map([
    ['a', 2],
    ['b', 3],
  ]);
  const prior = { keys: ['a'], sizes: [2], points: 1, values: log([0.4, 0.6]) };
  const conditional = { keys: ['a', 'b'], sizes: [2, 3], points: 1, values: log([0.1, 0.2, 0.7, 0.5, 0.25, 0.25]) };

  it('sums out all but what is kept, at every point', () => {
    const seen = { keys: ['b'], sizes: [3], points: 2, values: log([1, 2, 3, 0, 0, 5]) };
    const found = sumOut([prior, conditional, seen], ['a'], sizes)!;
    [0.4 * 2.6, 0.6 * 1.75, 0.4 * 3.5, 0.6 * 1.25].forEach((value, i) => {
      expect(Math.exp(found[i]!)).toBeCloseTo(value, 14);
    });
    const all = sumOut([prior, conditional, seen], [], sizes)!;
    expect(Math.exp(all[1]!)).toBeCloseTo(0.4 * 3.5 + 0.6 * 1.25, 14);
    const both = sumOut([prior, conditional], ['b', 'a'], sizes)!;
    expect(Math.exp(both[1]!)).toBeCloseTo(0.6 * 0.5, 14);
  });

  it('without factors is the empty product', () => {
    expect(Array.from(sumOut([], [], new Map())!)).toEqual([0]);
  });

  it('eliminates where there are many joint states, without underflow', () => {
    const length = 400;
    const keys = Array.from({ length }, (_, t) => `z${t}`);
    const many = new Map(keys.map((key) => [key, 2]));
    const chain = keys.map((key, t) =>
      t === 0
        ? { keys: [key], sizes: [2], points: 1, values: log([0.5, 0.5]) }
        : { keys: [keys[t - 1]!, key], sizes: [2, 2], points: 1, values: log([0.9, 0.1, 0.2, 0.8]) },
    );
    const seen = keys.map((key) => ({ keys: [key], sizes: [2], points: 1, values: Float64Array.of(-30, -31) }));
    let forward = [0.5, 0.5 * Math.exp(-1)];
    let total = -30;
    for (let t = 1; t < length; t++) {
      const next = [forward[0]! * 0.9 + forward[1]! * 0.2, (forward[0]! * 0.1 + forward[1]! * 0.8) * Math.exp(-1)];
      const sum = next[0]! + next[1]!;
      total += Math.log(sum) - 30;
      forward = next.map((each) => each / sum);
    }
    expect(sumOut([...chain, ...seen], [], many)![0]!).toBeCloseTo(total, 6);
  });
});
