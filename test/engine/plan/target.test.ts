import { expect, it } from 'vitest';
import { strict } from '../../../src/engine/evaluate/laws/checkLaw';
import { scopeOf } from '../../../src/engine/factors/tables/elementLaw';
import { drawnLaw, logProbAt, type Points, targetLaw } from '../../../src/engine/plan/target';
import { model } from '../models';
import { given } from '../plain';

const points = (values: number[], pointWidth: number | null, size = 1): Points => ({
  values: Float64Array.from(values),
  count: values.length / size,
  size,
  even: new Int32Array(),
  pointWidth,
  grid: null,
  cost: values.length / size,
});

function logs(text: string, at: Points, coordinate: number | null = null): number[] {
  const { numbers, graph } = given(model(text));
  const target = { element: graph.element('x', null), coordinate };
  return Array.from(logProbAt(drawnLaw(target, at, { scope: scopeOf(numbers, new Map()), closed: null }, strict), at));
}

it('is a variable, or one coordinate of it', () => {
  const text = 'observed x ~ Normal([0, 3], 1)';
  const top = -0.5 * Math.log(2 * Math.PI);
  expect(logs(text, points([3], null), 1)[0]).toBeCloseTo(top, 14);
  expect(logs(text, points([0, 3], null, 2))[0]).toBeCloseTo(2 * top, 14);
});

it('draws a point mass as a bump of a given width, or as the mass that it is', () => {
  expect(logs('observed x ~ Dirac(2)', points([2, 2.5], 0.5))[0]).toBeCloseTo(
    -Math.log(0.5 * Math.sqrt(2 * Math.PI)),
    14,
  );
  expect(logs('observed x ~ Dirac(2)', points([2, 2.5], null))).toEqual([0, Number.NEGATIVE_INFINITY]);
});

it('has its parameters checked', () => {
  const { numbers, graph } = given(model('param a: positive = 1\nobserved x ~ Normal(0, a)'));
  const target = { element: graph.element('x', null), coordinate: null };
  const broken = { ...numbers, numbers: numbers.numbers.length === 2 ? [-1, 0] : [] };
  const at = { scope: scopeOf(broken, new Map()), closed: null };
  expect(() => targetLaw(target, at, strict)).toThrow('The sd of x is -1');
});
