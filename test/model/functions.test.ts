import { describe, expect, it } from 'vitest';
import { evaluate, Scope } from '../../src/engine/evaluate/expression';
import type { Numbers } from '../../src/engine/evaluate/numbers';
import { analyse } from '../../src/language/analyse';
import { type FunctionName, functions } from '../../src/model/functions';
import { noLoops } from '../../src/model/loops';
import type { Expr } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';

const names = Object.keys(functions) as FunctionName[];

/** Statements for the names that examples use. */
const definitions: Record<string, string> = {
  rate: 'param rate: positive = 2',
  variance: 'param variance: positive = 2',
  w: 'param w = [2, 3]',
  W: 'param W = [[1, 2], [3, 4]]',
};

/** Arguments, each with the shape of one value, and the result in double precision. */
const cases: Record<
  FunctionName,
  readonly (readonly [args: readonly (number | number[] | number[][])[], result: number[]])[]
> = {
  exp: [
    [[-2.5], [Math.exp(-2.5)]],
    [[[0, 1]], [1, Math.E]],
  ],
  log: [[[[0.125, 1, 20]], [-3 * Math.LN2, 0, Math.log(20)]]],
  sqrt: [[[[0, 0.25, 2]], [0, 0.5, Math.SQRT2]]],
  abs: [[[[-1.5, 0, 2]], [1.5, 0, 2]]],
  sin: [[[[0, Math.PI / 6, -Math.PI / 2]], [0, 0.5, -1]]],
  cos: [[[[0, Math.PI / 3, Math.PI]], [1, 0.5, -1]]],
  tanh: [[[[-1, 0, 0.5]], [-Math.tanh(1), 0, Math.tanh(0.5)]]],
  sigmoid: [[[[-Math.log(3), 0, Math.log(4)]], [0.25, 0.5, 0.8]]],
  softplus: [[[[0, 1, -1]], [Math.LN2, Math.log(1 + Math.E), Math.log(1 + 1 / Math.E)]]],
  relu: [[[[-3, 0, 3]], [0, 0, 3]]],
  square: [[[[-3, 0.5]], [9, 0.25]]],
  min: [
    [[2, -1, 5], [-1]],
    [[[4, 3, 7]], [3]],
    [
      [[4, 3], 3.5],
      [3.5, 3],
    ],
  ],
  max: [
    [[2, -1, 5], [5]],
    [[[4, 3, 7]], [7]],
    [
      [[4, 3], 3.5],
      [4, 3.5],
    ],
  ],
  sum: [
    [[[1, 2, 3.5]], [6.5]],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [10],
    ],
    [[3], [3]],
  ],
  dot: [
    [
      [
        [1, 2, 3],
        [4, -5, 6],
      ],
      [12],
    ],
  ],
  matmul: [
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [5, 6],
      ],
      [17, 39],
    ],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ],
      [2, 1, 4, 3],
    ],
  ],
  concat: [
    [
      [1, [2, 3], 4],
      [1, 2, 3, 4],
    ],
  ],
};

const real = (shape: number[]): ValueType => ({ kind: 'real', shape });

/** A number, vector or matrix as the text has it. */
function written(value: number | number[] | number[][]): Expr {
  const type = real(shapeOf(value));
  return typeof value === 'number'
    ? { op: 'constant', value, type }
    : { op: 'vector', items: value.map((item) => written(item)), type };
}

const nothing = new Scope({ numbers: [] } as unknown as Numbers, new Map(), new Map());

function shapeOf(value: number | number[] | number[][]): number[] {
  if (typeof value === 'number') return [];
  const [first] = value;
  return typeof first === 'object' ? [value.length, first.length] : [value.length];
}

it('are those of the language', () => {
  const expected = 'exp log sqrt abs sin cos tanh sigmoid softplus relu square min max sum dot matmul concat'.split(
    ' ',
  );
  expect([...names].sort()).toEqual([...expected].sort());
});

describe.each(names)('%s', (name) => {
  const { signature, example, doc, shape } = functions[name];

  it('says what it does, and is called by its name', () => {
    expect(doc).toMatch(/\.$/);
    expect(signature).toMatch(new RegExp(`^${name}\\([A-Za-z, …]+\\)$`));
    expect(example).toContain(`${name}(`);
  });

  it('has an example that a model can hold as it stands', () => {
    const vector = ['sum', 'dot', 'matmul'].includes(shape);
    const prior = vector ? 'MultivariateNormal([0, 0], [[1, 0], [0, 1]])' : 'Normal(0, 1)';
    const words = Array.from(example.matchAll(/[A-Za-z]+/g), ([word]) => word);
    const statements = words.flatMap((word) => definitions[word] ?? []);
    const latent = words.includes('z') ? [`latent z ~ ${prior}`] : [];
    const observed = `observed x${latent.length > 0 ? ' | z' : ''} ~ Normal(y, 1)`;
    const { diagnostics, model } = analyse([...statements, ...latent, `let y = ${example}`, observed].join('\n'));
    expect(diagnostics).toEqual([]);
    expect(model?.structure.lets.map((definition) => definition.name)).toEqual(['y']);
  });

  it('has a signature that is a call', () => {
    const scalar = shape === 'map' || shape === 'fold' || shape === 'concat';
    const call = signature.replace(', …', '');
    const params = call
      .slice(name.length + 1, -1)
      .split(', ')
      .map((argument) => {
        if (scalar) return `param ${argument}: positive = 1.5`;
        return `param ${argument} = ${argument === 'A' ? '[[1, 2], [3, 4]]' : '[1, 2]'}`;
      });
    expect(analyse([...params, `observed x ~ Normal(${call}, 1)`].join('\n')).diagnostics).toEqual([]);
  });

  it.each(cases[name].map(([args, result]) => ({ args, result })))('of $args is $result', ({ args, result }) => {
    const call: Expr = { op: 'call', function: name, args: args.map(written), type: real([]) };
    const values = Array.from(evaluate(call, nothing, noLoops).data);
    expect(values).toHaveLength(result.length);
    values.forEach((value, i) => {
      expect(Math.abs(value - result[i]!)).toBeLessThan(1e-14 * (1 + Math.abs(result[i]!)));
    });
  });
});
