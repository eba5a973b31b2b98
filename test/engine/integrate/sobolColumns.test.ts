import { expect, it } from 'vitest';
import { sobolColumns } from '../../../src/engine/integrate/sobolColumns';
import { Base } from '../../../src/engine/sampling/base';

it('sobolColumns holds the next draws of 16 replicates, which go on where they were', () => {
  const base = new Base();
  const whole = sobolColumns(base, 3, 2, 0, 8);
  const first = sobolColumns(base, 3, 2, 0, 4);
  const rest = sobolColumns(base, 3, 2, 4, 4);
  expect(whole.map(({ length }) => length)).toEqual([128, 128]);
  for (const j of [0, 1]) {
    for (const r of [0, 1, 15]) {
      const own = whole[j]!.uniform.slice(r * 8, (r + 1) * 8);
      // But for what lies below 32 bits.
      const halves = [first, rest].flatMap((part) => Array.from(part[j]!.uniform.slice(r * 4, (r + 1) * 4)));
      own.forEach((u, i) => {
        expect(u).toBeCloseTo(halves[i]!, 9);
      });
      expect(new Set(Array.from(own, (u) => Math.floor(8 * u))).size).toBe(8);
    }
  }
  expect(sobolColumns(base, 3, 2, 0, 8)[0]).toBe(whole[0]);
  expect(sobolColumns(base, 4, 2, 0, 8)[0]!.uniform).not.toEqual(whole[0]!.uniform);
});
