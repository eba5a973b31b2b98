import { tensor1d } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { composedMixtureLogDensity, mixtureLogDensity } from '../../../webview/engine/kernels/mixtureLogDensity';
import { backends, useBackend } from '../backends';
import { expectClose, logSum, normalLog, numbers, valuesOf } from './reference';

interface Case {
  readonly x: readonly number[];
  readonly mean: readonly number[];
  readonly sd: readonly number[];
  readonly logWeight: readonly number[];
}

const single = (values: readonly number[]) => Array.from(Float32Array.from(values));

function both({ x, mean, sd, logWeight }: Case) {
  const run = (f: typeof mixtureLogDensity) =>
    valuesOf(() =>
      f(tensor1d([...x], 'float32'), {
        mean: tensor1d([...mean], 'float32'),
        sd: tensor1d([...sd], 'float32'),
        logWeight: tensor1d([...logWeight], 'float32'),
      }),
    )[0]!;
  return { fused: run(mixtureLogDensity), composed: run(composedMixtureLogDensity) };
}

/** In double precision, from the numbers as they are in single precision. */
function reference(given: Case): number[] {
  const [x, mean, sd, logWeight] = [given.x, given.mean, given.sd, given.logWeight].map(single) as number[][];
  return x!.map((at) => logSum(mean!.map((m, k) => logWeight![k]! + normalLog(at, m, sd![k]!))));
}

describe.each(backends)('mixtureLogDensity on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    [1, 1],
    [1, 5],
    [7, 1],
    [513, 3],
    [40, 128],
    [33, 129],
    [20_000, 3],
    [9, 5000],
  ])('sums over %i points and %i components as double precision does', (points, components) => {
    const given = {
      x: numbers(points, -8, 8),
      mean: numbers(components, -5, 5, 2),
      sd: numbers(components, 0.1, 2, 3),
      logWeight: numbers(components, -6, 0, 4),
    };
    const { fused, composed } = both(given);
    const expected = reference(given);
    expectClose(fused, expected, 4e-7, 1e-6);
    expectClose(fused, composed, 1e-6, 2e-6);
  });

  it('is right in the tails, to forty standard deviations and beyond', () => {
    const given = { x: [-40, -25, 13, 40, 400, 1e6], mean: [0, 1], sd: [1, 0.5], logWeight: [-0.5, -1] };
    expectClose(both(given).fused, reference(given), 3e-7);
  });

  it('is right for weights and widths of every size', () => {
    const given = {
      x: [0, 1e-30, 5, -1e30],
      mean: [0, 5, 5, -1e30],
      sd: [1e-38, 1e-3, 1e30, 1e25],
      logWeight: [-80, -300, -1000, 80],
    };
    expectClose(both(given).fused, reference(given), 1e-6);
  });

  it('leaves out components of weight 0, and is −Infinity without any other', () => {
    const given = { x: [-1, 0, 2], mean: [0, 1], sd: [1, 1], logWeight: [Number.NEGATIVE_INFINITY, 0] };
    expectClose(
      both(given).fused,
      [-1, 0, 2].map((x) => normalLog(x, 1, 1)),
      1e-6,
    );
    const none = both({ ...given, logWeight: [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] });
    expect(none.fused).toEqual([-1, 0, 2].map(() => Number.NEGATIVE_INFINITY));
    expect(none.composed).toEqual(none.fused);
  });

  it.each([
    { mean: [Number.NaN, 0], sd: [1, 1], logWeight: [0, 0] },
    { mean: [0, 0], sd: [Number.NaN, 1], logWeight: [0, 0] },
    { mean: [0, 0], sd: [0, 1], logWeight: [0, 0] },
    { mean: [0, 0], sd: [-1, 1], logWeight: [0, 0] },
    { mean: [0, 0], sd: [1, 1], logWeight: [Number.NaN, 0] },
  ])('is undefined where a component is: %o', (mixture) => {
    const { fused, composed } = both({ x: [0, 1, 50], ...mixture });
    expect(fused).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(composed).toEqual(fused);
  });

  it('agrees with the composed operations at infinite and undefined points, means and widths', () => {
    const infinity = Number.POSITIVE_INFINITY;
    const x = [Number.NaN, infinity, -infinity, 0, 1, 2, 3, 4, 5];
    for (const mixture of [
      { mean: [0, 1], sd: [1, 2], logWeight: [-1, -1] },
      { mean: [infinity, 1], sd: [1, 2], logWeight: [-1, -1] },
      { mean: [0, 1], sd: [infinity, 2], logWeight: [-1, -1] },
      { mean: [infinity], sd: [1], logWeight: [0] },
    ]) {
      const finite = x.filter((value) => Number.isFinite(value));
      const { fused, composed } = both({ x: finite, ...mixture });
      expectClose(fused, composed, 1e-6);
      const [undefinedPoint] = both({ x: [Number.NaN], ...mixture }).fused;
      expect(undefinedPoint).toBeNaN();
    }
    const { fused } = both({ x, mean: [0, 1], sd: [1, 2], logWeight: [-1, -1] });
    expect(fused.slice(0, 3)).toEqual([Number.NaN, -infinity, -infinity]);
  });

  it('agrees with double precision on any mixture', () => {
    const finite = (min: number, max: number) =>
      fc.float({ min: Math.fround(min), max: Math.fround(max), noNaN: true });
    const component = fc.tuple(finite(-50, 50), finite(0.01, 50), finite(-100, 10));
    fc.assert(
      fc.property(
        fc.array(finite(-200, 200), { minLength: 1, maxLength: 20 }),
        fc.array(component, { minLength: 1, maxLength: 20 }),
        (x, components) => {
          const given = {
            x,
            mean: components.map(([mean]) => mean),
            sd: components.map(([, sd]) => sd),
            logWeight: components.map(([, , weight]) => weight),
          };
          expectClose(both(given).fused, reference(given), 6e-7, 2e-6);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it('says what is wrong with an operand', () => {
    const one = tensor1d([1]);
    const two = tensor1d([1, 2]);
    expect(() => mixtureLogDensity(one, { mean: two, sd: one, logWeight: two })).toThrow(
      'MixtureLogDensity: sd must have the shape [2], not [1].',
    );
    expect(() => mixtureLogDensity(tensor1d([1], 'int32'), { mean: one, sd: one, logWeight: one })).toThrow(
      'MixtureLogDensity: x must be float32, not int32.',
    );
    const none = tensor1d([]);
    expect(() => mixtureLogDensity(one, { mean: none, sd: none, logWeight: none })).toThrow('at least one component');
  });
});
