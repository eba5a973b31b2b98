import { expect, it } from 'vitest';
import { Session } from '../../../../src/engine/service/session';
import {
  observedData,
  Samples,
  sharesAt,
  shareWithin,
  targetSamples,
} from '../../../../src/engine/views/picture/samples';
import { ask, choice, model } from '../../models';
import { given } from '../../plain';

it('come block by block until there are as many as were asked for', () => {
  const text = 'observed x ~ Normal(0, 1)';
  const { numbers, graph } = given(model(text));
  const x = graph.element('x', null);
  const setting = { session: new Session(), request: ask(text, { samples: 20_000 }), given: numbers, graph };
  const samples = new Samples(setting, [x]);
  expect([samples.count, samples.complete, samples.of(x).length]).toEqual([0, false, 0]);
  samples.more();
  expect([samples.count, samples.complete]).toEqual([16_384, false]);
  const before = samples.of(x);
  samples.more();
  expect([samples.count, samples.complete, samples.of(x).length]).toEqual([20_000, true, 20_000]);
  expect(samples.of(x).slice(0, 16_384)).toEqual(before);
});

it('are never so few that no range could be found', () => {
  const text = 'observed x ~ Normal(0, 1)';
  const { numbers, graph } = given(model(text));
  const setting = { session: new Session(), request: ask(text, { samples: 0 }), given: numbers, graph };
  const samples = new Samples(setting, [graph.element('x', null)]);
  samples.more();
  expect([samples.count, samples.complete]).toEqual([1024, true]);
});

it('of a coordinate are every second number of a pair', () => {
  const { graph } = given(model('observed x ~ Normal(0, 1)^2'));
  const element = graph.element('x', null);
  const draws = Float64Array.of(1, 2, 3, 4);
  expect(Array.from(targetSamples({ element, coordinate: 1 }, draws))).toEqual([2, 4]);
  expect(targetSamples({ element, coordinate: null }, draws)).toBe(draws);
});

it('are counted in a range, and at values', () => {
  expect(shareWithin(Float64Array.of(0, 1, 2, 3), 1, 2)).toBe(0.5);
  expect(shareWithin(new Float64Array(), 0, 1)).toBe(1);
  expect(Array.from(sharesAt(Float64Array.of(0, 1, 1, 7), Float64Array.of(0, 1, 2)))).toEqual([0.25, 0.5, 0]);
});

it('are spread over the whole numbers that bars leave out', () => {
  const values = Float64Array.from({ length: 100 }, (_, i) => 1000 + 10 * i);
  const shares = sharesAt(Float64Array.of(1000, 1007, 1029, 1030, 1995, 5000, 999), values);
  // Stretches of three bars, thirty numbers each, and the rest.
  expect(shares[0]).toBeCloseTo(3 / (7 * 30), 15);
  expect([shares[1], shares[2]]).toEqual([shares[0], shares[0]]);
  expect(shares[3]).toBeCloseTo(1 / (7 * 30), 15);
  expect(shares[6]).toBe(0);
  expect(shares[99]).toBeCloseTo(1 / (7 * 10), 15);
  expect(shares.reduce((sum, share) => sum + 10 * share, 0)).toBeCloseTo(5 / 7, 14);
});

it('stand beside the observed values', () => {
  const data = new Map([['x', [Float64Array.of(1, 3), Float64Array.of(2, 4)]]]);
  expect(Array.from(observedData(data, choice('x')))).toEqual([1, 3]);
  expect(Array.from(observedData(data, choice('x', 2)))).toEqual([2, 4]);
  expect(Array.from(observedData(data, choice('y')))).toEqual([]);
});
