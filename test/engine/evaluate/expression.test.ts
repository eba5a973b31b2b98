import { describe, expect, it } from 'vitest';
import { evaluate, rowsAt, Scope } from '../../../src/engine/evaluate/expression';
import { type Batch, constant, zip } from '../../../src/engine/values/batch';
import { expressionsOf } from '../../../src/model/expressionsOf';
import { noLoops } from '../../../src/model/loops';
import { elements, question } from '../factors/tables/questions';

/** Evaluates the mean of x with z at 1, 2 and 3. */
function mean(expression: string, before = '', type = 'Categorical([0.2, 0.3, 0.5])') {
  const { given, graph } = question(`${before}
    latent z ~ ${type}
    observed x | z ~ Normal(${expression}, 1)`);
  const [x] = elements(graph, 'x');
  const expr = expressionsOf(x!.distribution)[0]!;
  const z: Batch = { nodes: 3, size: 1, data: Float64Array.of(1, 2, 3) };
  const scope = new Scope(given, new Map(), new Map([['z', z]]));
  return evaluate(expr, scope, noLoops);
}

const data = (value: Batch) => Array.from(value.data);

describe('expressions in double precision', () => {
  it.each<[string, (z: number) => number]>([
    ['z', (z) => z],
    ['-z + 0.1', (z) => -z + 0.1],
    ['3 * z - z / 7', (z) => 3 * z - z / 7],
    ['z ^ 3', (z) => z ** 3],
    ['exp(z) + log(z) + sqrt(z) + abs(-z)', (z) => Math.exp(z) + Math.log(z) + Math.sqrt(z) + z],
    ['sin(z) + cos(z) + tanh(z)', (z) => Math.sin(z) + Math.cos(z) + Math.tanh(z)],
    ['sigmoid(z)', (z) => 1 / (1 + Math.exp(-z))],
    ['softplus(z - 2)', (z) => Math.log(1 + Math.exp(z - 2))],
    ['relu(z - 2) + square(z)', (z) => Math.max(z - 2, 0) + z * z],
    ['min(z, 2) + max(z, 2, 2.5)', (z) => Math.min(z, 2) + Math.max(z, 2.5)],
    ['max([1, 5, z])', () => 5],
    ['min([1, 5, z])', () => 1],
    ['sum([z, 2 * z, 1])', (z) => 3 * z + 1],
    ['dot([z, 1], [2, z])', (z) => 3 * z],
    ['sum(matmul([[1, z], [0, 2]], [z, 1]))', (z) => 2 * z + 2],
    ['sum(concat(z, [1, 2]) * 2)', (z) => 2 * z + 6],
    ['[0.5, -1, 4][z]', (z) => [0.5, -1, 4][z - 1]!],
    ['sum([[1, 2], [3, 4], [5, 6]][z])', (z) => [3, 7, 11][z - 1]!],
    ['case z { 1: 0.25, 3: z, else: -1 }', (z) => [0.25, -1, 3][z - 1]!],
  ])('%s', (expression, f) => {
    const made = data(mean(expression));
    [1, 2, 3].forEach((z, i) => {
      expect(made[i]).toBeCloseTo(f(z), 14);
    });
  });

  it('take params and names of expressions, and make each once', () => {
    const made = mean('shift + half * table[z]', 'param shift = -0.1\nparam table = [1, 2, 4]\nlet half = 0.5 * z');
    expect(data(made)).toEqual([0.4, 1.9, 5.9]);
  });

  it('keep numbers that single precision would round', () => {
    expect(data(mean('0.1 + z - z'))[0]).toBeCloseTo(0.1, 15);
  });

  it('of a case whose row is the same everywhere are its values at every node', () => {
    const { given, graph } = question(`
      latent k ~ Categorical(a: 0.5, b: 0.5)
      latent u ~ Normal(0, 1)
      observed x | k, u ~ Normal(case k { a: u, b: 10 * u }, 0.1)`);
    const known = new Map([
      ['k', constant(2)],
      ['u', { nodes: 3, size: 1, data: Float64Array.of(1, 2, 3) }],
    ]);
    const [x] = elements(graph, 'x');
    const scope = new Scope(given, new Map(), known);
    expect(data(evaluate(expressionsOf(x!.distribution)[0]!, scope, noLoops))).toEqual([10, 20, 30]);
  });

  it('are undefined beside a table', () => {
    expect(data(mean('[1, 2][min(z, 3)]', '', 'DiscreteUniform(1, 3)'))).toEqual([1, 2, Number.NaN]);
  });

  it('lead through networks, each call computed once', () => {
    const { given, graph } = question(`
      network f(z) = z -> dense(3, tanh) -> dense(2)
      latent z ~ Bernoulli(0.5)
      let y = f(z)[1] + 2 * f(z)[2]
      observed x | z ~ Normal(y, 1)`);
    const [x] = elements(graph, 'x');
    const scope = new Scope(given, new Map(), new Map([['z', { nodes: 2, size: 1, data: Float64Array.of(0, 1) }]]));
    const made = evaluate(expressionsOf(x!.distribution)[0]!, scope, noLoops);
    const [first, second] = [0, 1].map((layer) => given.program.initialWeights('f', layer));
    [0, 1].forEach((z, n) => {
      const hidden = [0, 1, 2].map((u) => Math.tanh(first!.kernel[u]! * z + first!.bias[u]!));
      const unit = (u: number) => hidden.reduce((sum, h, k) => sum + h * second!.kernel[2 * k + u]!, second!.bias[u]!);
      expect(made.data[n]).toBeCloseTo(unit(0) + 2 * unit(1), 14);
    });
    const z = { nodes: 1, size: 1, data: Float64Array.of(0.5) };
    expect(scope.network('f', [z])).toBe(scope.network('f', [z]));
  });

  it('of a matrix and a vector go row by row', () => {
    const z: Batch = { nodes: 1, size: 2, data: Float64Array.of(1, 10) };
    expect(data(zip({ nodes: 1, size: 4, data: Float64Array.of(1, 2, 3, 4) }, z, (a, b) => a * b))).toEqual([
      1, 2, 30, 40,
    ]);
  });

  it('know the loop’s index', () => {
    const { given, graph } = question('observed x[t] ~ Normal(0.1 * t, 1) for t in 1..3');
    const [x] = elements(graph, 'x[3]');
    const scope = new Scope(given, new Map(), new Map());
    expect(evaluate(expressionsOf(x!.distribution)[0]!, scope, x!.loops).data[0]).toBeCloseTo(0.3, 15);
  });
});

/** The value of a let over two nodes, at which z is −1 and 2, k is 1 and 3, and v is (1, 2) and (3, 4). */
function letAt(expression: string): Batch {
  const { given } = question(`
param table = [10, 20, 30]
param matrix = [[1, 2], [3, 4]]
latent z ~ Normal(0, 1)
latent v ~ Normal(0, 1)^2
latent k ~ Categorical(a: 0.2, b: 0.3, c: 0.5)
latent on ~ Bernoulli(0.5)
let it = ${expression}
observed x | z, v, k, on ~ Normal(z + sum(v) + table[k] + on, 1)`);
  const values = (...numbers: number[]) => ({ nodes: 2, size: numbers.length / 2, data: Float64Array.from(numbers) });
  const known = new Map([
    ['z', values(-1, 2)],
    ['v', values(1, 2, 3, 4)],
    ['k', values(1, 3)],
    ['on', values(0, 1)],
  ]);
  return evaluate(given.program.lets.get('it')!.value, new Scope(given, new Map(), known), noLoops);
}

describe('expressions at nodes', () => {
  it.each<[string, number, number[]]>([
    ['2 + 3 * 4', 1, [14]],
    ['z + 1', 2, [0, 3]],
    ['2 - z', 2, [3, 0]],
    ['-z', 2, [1, -2]],
    ['z * v', 2, [-1, -2, 6, 8]],
    ['[1, 10] * v', 2, [1, 20, 3, 40]],
    ['v / z', 2, [-1, -2, 1.5, 2]],
    ['matrix * z', 2, [-1, -2, -3, -4, 2, 4, 6, 8]],
    ['z ^ 5', 2, [-1, 32]],
    ['abs(z) ^ 0.5', 2, [1, Math.SQRT2]],
    ['z ^ -1', 2, [-1, 0.5]],
    ['2 ^ z', 2, [0.5, 4]],
    ['[z, 1, 2 * z]', 2, [-1, 1, -2, 2, 1, 4]],
    ['[1, -2, 3]', 1, [1, -2, 3]],
    ['table[2]', 1, [20]],
    ['table[k]', 2, [10, 30]],
    ['matrix[2]', 1, [3, 4]],
    ['v[2]', 2, [2, 4]],
    ['[z, 2 * z, 3 * z][k]', 2, [-1, 6]],
    ['case k { a: 5, b: 6, c: 7 }', 2, [5, 7]],
    ['case k { a: z, else: 10 * z }', 2, [-1, 20]],
    ['case k, on { a, false: 1, c, true: 2, else: 3 }', 2, [1, 2]],
    ['case on { true: [1, 2], false: [3, 4] }', 2, [3, 4, 1, 2]],
    ['on + 1', 2, [1, 2]],
    ['concat(v, z, 7)', 2, [1, 2, -1, 7, 3, 4, 2, 7]],
    ['dot(v, [1, 10])', 2, [21, 43]],
    ['matmul(matrix, v)', 2, [5, 11, 11, 25]],
    ['matmul(matrix, [[1, 0], [0, 1]])', 1, [1, 2, 3, 4]],
    ['sum(v)', 2, [3, 7]],
    ['max(v)', 2, [2, 4]],
    ['max(z, 0, 1)', 2, [1, 2]],
  ])('%s', (expression, nodes, values) => {
    const made = letAt(expression);
    expect(made.nodes).toBe(nodes);
    expect(made.data).toHaveLength(values.length);
    values.forEach((value, i) => {
      expect(made.data[i]).toBeCloseTo(value, 14);
    });
  });
});

it('networks at very many nodes go through single precision where that may be, and it is known', () => {
  const { given } = question(`
network f(z) = z -> dense(64, tanh) -> dense(64, tanh) -> dense(1)
latent z ~ Normal(0, 1)
observed x | z ~ Normal(f(z), 1)`);
  const nodes = 2 ** 20 / 64 ** 2;
  const z = { nodes, size: 1, data: Float64Array.from({ length: nodes }, (_, n) => (4 * n) / nodes - 2) };
  const [exact, bulk] = [false, true].map((each) => new Scope(given, new Map(), new Map(), each));
  const [expected, made] = [exact!.network('f', [z]), bulk!.network('f', [z])];
  expect([exact!.rounded, bulk!.rounded]).toEqual([false, true]);
  made.data.forEach((value, i) => {
    expect(Math.abs(value - expected.data[i]!)).toBeLessThan(1e-5);
  });
  expect(made.data).not.toEqual(expected.data);
});

it('rowsAt finds the row of all codes together', () => {
  const rows = [{ when: [1, 0] }, { when: [2, 1] }];
  expect(Array.from(rowsAt([{ nodes: 3, size: 1, data: Float64Array.of(1, 2, 2) }, constant(1)], rows))).toEqual([
    -1, 1, 1,
  ]);
});
