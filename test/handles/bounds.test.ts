import { expect, test } from 'vitest';
import { noLocks } from '../../webview/handles/bonds';
import { boundsOf, limitsAt, unitOf, unitOfBond } from '../../webview/handles/bounds';
import { literalOf } from '../../webview/handles/literal';
import { argument, readingOf } from './readings';

const anything = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function boundsIn(text: string, unit = 0.01, states: Readonly<Record<string, number>> = {}) {
  const reading = readingOf(text, states);
  const origin = literalOf(argument(reading, 'x', 'mean'), [], reading);
  if (origin.kind !== 'literal') throw new Error('The mean is no literal.');
  const bounded = boundsOf(origin, anything, reading);
  return { bounded, limits: limitsAt(bounded, unit, reading.numbers, noLocks) };
}

test('a literal of the statement itself has the limits of the distribution only', () => {
  expect(boundsIn('observed x ~ Normal(2, 1)')).toEqual({
    bounded: { slot: 0, sign: 1, limits: anything, bond: null },
    limits: anything,
  });
});

test('a literal of a param has those of the param, the other way round behind a sign', () => {
  const interval = 'param m: interval(-1, 4) = 2\nobserved x ~ Normal(';
  expect(boundsIn(`${interval}m, 1)`).limits).toEqual({ low: -1, high: 4 });
  expect(boundsIn(`${interval}-m, 1)`).limits).toEqual({ low: -4, high: 1 });
});

test('a positive one stops at one unit, on either side of a sign', () => {
  const positive = 'param m: positive = 2\nobserved x ~ Normal(';
  expect(boundsIn(`${positive}m, 1)`).limits.low).toBe(0.01);
  expect(boundsIn(`${positive}-m, 1)`).limits.high).toBe(-0.01);
});

test('one of a vector that rises stays between its neighbours', () => {
  const text = `param mu: ordered = [-2, 0, 3]
latent z ~ Categorical([0.2, 0.3, 0.5])
observed x | z ~ Normal(mu[z], 1)`;
  const { bounded, limits } = boundsIn(text, 0.01, { z: 2 });
  expect(bounded.bond).toEqual({ kind: 'ordered', slots: [0, 1, 2] });
  expect(limits).toEqual({ low: -1.99, high: 2.99 });
});

test('an end of a range stays one unit from the other', () => {
  const bounded = { slot: 0, sign: 1, limits: anything, bond: null } as const;
  const low = { ...bounded, beside: { value: 0.7, side: 'low' } } as const;
  expect(limitsAt(low, 0.001, [], noLocks)).toEqual({ low: Number.NEGATIVE_INFINITY, high: 0.699 });
  const high = { ...bounded, beside: { value: 0.1, side: 'high' } } as const;
  expect(limitsAt(high, 0.1, [], noLocks)).toEqual({ low: 0.2, high: Number.POSITIVE_INFINITY });
});

test('a unit is that of the digits which a step justifies; probabilities have thousandths at least', () => {
  expect([unitOf(0.02), unitOf(3)]).toEqual([0.01, 1]);
  expect(unitOfBond({ kind: 'simplex', slots: [0, 1] }, 1)).toBe(0.001);
  expect(unitOfBond({ kind: 'ordered', slots: [0, 1] }, 1)).toBe(1);
});
