import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { composedPlaneLogDensity, planeLogDensity } from '../../../webview/engine/kernels/planeLogDensity';
import { backends, useBackend } from '../backends';
import { expectClose, logSum, normalLog, numbers, valuesOf } from './reference';

interface Nodes {
  readonly mean: readonly number[];
  readonly sd: readonly number[];
  readonly logWeight: readonly number[];
}

function both(x: readonly number[], y: readonly number[], { mean, sd, logWeight }: Nodes) {
  const count = logWeight.length;
  const run = (f: typeof planeLogDensity) =>
    valuesOf(() =>
      f(tensor1d([...x], 'float32'), tensor1d([...y], 'float32'), {
        mean: tensor2d([...mean], [count, 2], 'float32'),
        sd: tensor2d([...sd], [count, 2], 'float32'),
        logWeight: tensor1d([...logWeight], 'float32'),
      }),
    )[0]!;
  return { fused: run(planeLogDensity), composed: run(composedPlaneLogDensity) };
}

function reference(x: readonly number[], y: readonly number[], nodes: Nodes): number[] {
  const single = (values: readonly number[]) => Array.from(Float32Array.from(values));
  const [mean, sd, weight] = [single(nodes.mean), single(nodes.sd), single(nodes.logWeight)];
  return single(y).flatMap((v) =>
    single(x).map((u) =>
      logSum(
        weight.map(
          (log, n) => log + normalLog(u, mean[2 * n]!, sd[2 * n]!) + normalLog(v, mean[2 * n + 1]!, sd[2 * n + 1]!),
        ),
      ),
    ),
  );
}

describe.each(backends)('planeLogDensity on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    [1, 1, 1],
    [3, 5, 2],
    [12, 9, 31],
    [10, 8, 33],
    [31, 33, 700],
  ])('sums on a grid of %i × %i over %i nodes as double precision does', (columns, rows, count) => {
    const [x, y] = [numbers(columns, -4, 4, 1), numbers(rows, -4, 4, 2)];
    const nodes = {
      mean: numbers(2 * count, -2, 2, 3),
      sd: numbers(2 * count, 0.3, 2, 4),
      logWeight: numbers(count, -5, 0, 5),
    };
    const { fused, composed } = both(x, y, nodes);
    expectClose(fused, reference(x, y, nodes), 6e-7, 2e-6);
    expectClose(fused, composed, 2e-6, 4e-6);
  });

  it('sums point by point where the product underflows: far tails, narrow peaks, far grids', () => {
    const [x, y] = [
      [-30, -3, 0, 2.5, 40],
      [-40, 0, 1, 25],
    ];
    const nodes = { mean: [0, 0, 3, 1], sd: [1, 1, 0.05, 0.2], logWeight: [-1, -90] };
    expectClose(both(x, y, nodes).fused, reference(x, y, nodes), 4e-7, 2e-6);
    const far = { mean: [500, -500], sd: [1, 2], logWeight: [0] };
    expectClose(both(x, y, far).fused, reference(x, y, far), 4e-7);
  });

  it('takes the products alone where they reach deep enough, and not where the whole grid is far away', () => {
    const x = [0, 5, 12];
    const nodes = { mean: [0, 0], sd: [1, 1], logWeight: [0] };
    const run = (at: number[]) =>
      valuesOf(() =>
        planeLogDensity(
          tensor1d(at),
          tensor1d([0]),
          { mean: tensor2d(nodes.mean, [1, 2]), sd: tensor2d(nodes.sd, [1, 2]), logWeight: tensor1d(nodes.logWeight) },
          50,
        ),
      )[0]!;
    const near = run(x);
    expectClose(near.slice(0, 2), reference(x, [0], nodes).slice(0, 2), 4e-7);
    expect(near[2]).toBeLessThan(-50);
    expectClose(run([40, 41]), reference([40, 41], [0], nodes), 4e-7);
  });

  it('is −Infinity without weight, and undefined where a node is', () => {
    const nodes = { mean: [0, 0], sd: [1, 1], logWeight: [Number.NEGATIVE_INFINITY] };
    const none = both([0, 1], [0], nodes);
    expect(none.fused).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(none.composed).toEqual(none.fused);
    const invalid = both([0, 1], [0], { mean: [0, 0], sd: [1, -1], logWeight: [0] });
    expect(invalid.fused).toEqual([Number.NaN, Number.NaN]);
    expect(invalid.composed).toEqual(invalid.fused);
  });

  it('says what is wrong with an operand', () => {
    const axis = tensor1d([0, 1]);
    const pair = tensor2d([[0, 1]]);
    expect(() => planeLogDensity(axis, axis, { mean: axis, sd: pair, logWeight: tensor1d([0]) })).toThrow(
      'PlaneLogDensity: mean must have the shape [any, 2], not [2].',
    );
    expect(() => planeLogDensity(axis, axis, { mean: pair, sd: pair, logWeight: axis })).toThrow(
      'PlaneLogDensity: logWeight must have the shape [1], not [2].',
    );
  });
});
