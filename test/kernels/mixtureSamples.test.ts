import { expect, it } from 'vitest';
import { own } from './memory';

it('takes a place itself below its threshold, its alias from there on, and scales the normal by it', () => {
  own.reset();
  const [count, components] = [8000, 4];
  const state = own.room(64);
  own.run.seedWords(state, 9);
  const [threshold, alias] = [own.room(16), own.room(16)];
  // Place 0 keeps all, 1 gives all to 3, 2 gives half to 0, 3 keeps all.
  own.integers(threshold, 4).set([-1, 0, (2 ** 31) | 0, -1]);
  own.integers(alias, 4).set([0, 3, 0, 3]);
  const [mean, sd] = [own.put([0, 100, 1000, -50]), own.put([0, 1, 0, 1])];
  const [draws, chosen] = [own.room(4 * count), own.room(4 * count)];
  own.run.mixtureSamples(state, count, components, threshold, alias, mean, sd, draws, chosen);
  const counts = [0, 0, 0, 0];
  const [values, places] = [own.floats(draws, count), own.integers(chosen, count)];
  places.forEach((place, i) => {
    counts[place]! += 1;
    if (place === 0) expect(values[i]).toBe(0);
    if (place === 2) expect(values[i]).toBe(1000);
    if (place === 3) expect(Math.abs(values[i]! + 50)).toBeLessThan(7);
  });
  const shares = [0.375, 0, 0.125, 0.5];
  counts.forEach((own, k) => {
    expect(Math.abs(own / count - shares[k]!)).toBeLessThanOrEqual(
      4 * Math.sqrt((shares[k]! * (1 - shares[k]!)) / count),
    );
  });
});
