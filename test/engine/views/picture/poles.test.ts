import { expect, it } from 'vitest';
import { withoutPoles } from '../../../../src/engine/views/picture/poles';
import { curveOf, final } from '../../ask';
import { ask } from '../../models';

it.each([
  ['observed x ~ Gamma(0.5, 1)', /infinite at 0;/],
  ['observed x ~ Beta(0.5, 0.5)', /infinite at 0, 1;/],
  ['observed x ~ Weibull(0.7, 1)', /infinite at 0;/],
])('%s is drawn beside its pole', (text, notice) => {
  const preview = final(ask(text, { points: 128 }));
  const { x, density } = curveOf(preview);
  expect(density.every(Number.isFinite)).toBe(true);
  expect(x[0]).toBeGreaterThan(0);
  expect(x[0]).toBeLessThan(x[1]!);
  expect(Math.max(...density)).toBe(Math.max(density[0]!, density.at(-1)!));
  expect(preview.notices.some((each) => notice.test(each))).toBe(true);
});

it('leaves a curve without a pole as it is', () => {
  const preview = final(ask('observed x ~ Exponential(1)', { points: 64 }));
  expect(curveOf(preview).x[0]).toBe(0);
  expect(preview.notices).toEqual([]);
  expect(withoutPoles.length).toBe(2);
});
