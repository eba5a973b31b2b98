import { describe, expect, it } from 'vitest';
import { evaluate as evaluateAtNodes } from '../../../../src/engine/evaluate/expression';
import { AffineEvaluation } from '../../../../src/engine/factors/gaussian/affineEvaluation';
import { evaluate } from '../../../../src/engine/factors/gaussian/evaluate';
import { scopeOf } from '../../../../src/engine/factors/tables/elementLaw';
import { normals, uniforms } from '../../../../src/engine/sampling/random';
import { noLoops } from '../../../../src/model/loops';
import { at, ModelBuilder } from '../../build';
import { model } from '../../models';
import { given } from '../../plain';

/** One model whose x has the expression for its mean; s, v and m are continuous, k and b discrete. */
function expression(text: string) {
  const checked = model(`
param c = [0.3, -1.2, 2]
param W = [[1, 0.5, -0.3], [2, 0.8, -1]]
let half = 0.5 * v
let bent = square(s)
network line(a)  = a -> dense(4, linear) -> dense(2)
network gate(a)  = a -> dense(3, tanh) -> dense(1, softplus)
network first(a, b) = a
latent s ~ Laplace(0, 1)
latent v ~ Laplace(0, 1)^3
latent k ~ Categorical([0.2, 0.3, 0.5])
latent b ~ Bernoulli(0.5)
observed x | s, v, k, b ~ Normal(0 * s + 0 * sum(v) + 0 * k + 0 * b + (${text}), 1)`);
  const { numbers, graph } = given(checked);
  const { distribution } = graph.element('x', null);
  if (distribution.kind !== 'family') throw new Error('not a family');
  return { numbers, mean: distribution.args.mean! };
}

const inputs = { s: 1, v: 3 } as const;

/** The value of the expression by both ways at some values of the variables; null where it is not taken for affine. */
function both(text: string, seed: number) {
  const { numbers, mean } = expression(text);
  const values = normals(seed, 4);
  const [k, b] = [1 + Math.floor(3 * uniforms(seed, 2)[0]!), uniforms(seed, 2)[1]! < 0.5 ? 0 : 1];
  const scope = new AffineEvaluation(numbers);
  scope.assignFree('s', [], 0, inputs.s);
  scope.assignFree('v', [3], 1, inputs.v);
  scope.assignConstant('k', [], Float64Array.of(k));
  scope.assignConstant('b', [], Float64Array.of(b));
  const affine = evaluate(mean, scope, { loops: new Map(), args: new Map() });
  const known = (data: Float64Array) => ({ nodes: 1, size: data.length, data });
  const given = new Map([
    ['s', known(values.slice(0, 1))],
    ['v', known(values.slice(1))],
    ['k', known(Float64Array.of(k))],
    ['b', known(Float64Array.of(b))],
  ]);
  const compiled = Array.from(evaluateAtNodes(mean, scopeOf(numbers, given), noLoops).data);
  if (affine === null) return { affine, compiled };
  const { constant, rows } = affine;
  const value = Array.from(constant, (each, i) => {
    if (rows === null) return each;
    let sum = each;
    for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) sum += rows.value[e]! * values[rows.column[e]!]!;
    return sum;
  });
  return { affine: value, compiled, shape: affine.shape };
}

/** Random texts: scalars, and vectors of three, each affine in the continuous variables. */
class Writer {
  private readonly u: Float64Array;
  private next = 0;

  constructor(seed: number) {
    this.u = uniforms(seed, 512);
  }

  private one(options: readonly (() => string)[]): string {
    return options[Math.floor(this.u[this.next++]! * options.length)]!();
  }

  private number(): string {
    return (4 * this.u[this.next++]! - 2).toFixed(3);
  }

  constant(depth: number): string {
    if (depth === 0) return this.one([() => this.number(), () => 'k', () => 'b', () => 'c[k]']);
    const sub = () => this.constant(depth - 1);
    return this.one([
      () => `(${sub()} + ${sub()})`,
      () => `(${sub()} * ${sub()})`,
      () => `exp(0.1 * ${sub()})`,
      () => `sqrt(abs(${sub()}))`,
      () => `max(${sub()}, ${sub()})`,
      () => `sigmoid(${sub()})`,
      () => `(1 + abs(${sub()})) ^ 1.5`,
      () => `gate(0.5 * ${sub()})`,
      () => `case b { true: ${sub()}, false: ${sub()} }`,
    ]);
  }

  scalar(depth: number): string {
    if (depth === 0) return this.one([() => 's', () => 'v[2]', () => 'v[k]', () => 'half[1]', () => this.constant(0)]);
    const [sub, factor] = [() => this.scalar(depth - 1), () => this.constant(depth - 1)];
    return this.one([
      () => `(${sub()} + ${sub()})`,
      () => `(${sub()} - ${sub()})`,
      () => `(-${sub()})`,
      () => `(${factor()} * ${sub()})`,
      () => `(${sub()} * ${factor()})`,
      () => `(${sub()} / (1 + abs(${factor()})))`,
      () => `(${sub()} ^ 1)`,
      () => `sum(${this.vector(depth - 1)})`,
      () => `dot(c, ${this.vector(depth - 1)})`,
      () => `dot(${this.vector(depth - 1)}, c)`,
      () => `matmul(W, ${this.vector(depth - 1)})[b + 1]`,
      () => `(${this.vector(depth - 1)})[k]`,
      () => `concat(${sub()}, ${this.vector(depth - 1)}, ${sub()})[4]`,
      () => `line(${this.vector(0)})[2]`,
      () => `first(${sub()}, square(s))`,
      () => `case k { 1: ${sub()}, 2: ${sub()}, else: ${sub()} }`,
    ]);
  }

  vector(depth: number): string {
    if (depth === 0) return this.one([() => 'v', () => 'half', () => 'c', () => '[s, 1, v[3]]']);
    const [sub, factor] = [() => this.vector(depth - 1), () => this.constant(depth - 1)];
    return this.one([
      () => `(${sub()} + ${sub()})`,
      () => `(${sub()} - ${this.scalar(depth - 1)})`,
      () => `(${factor()} * ${sub()})`,
      () => `(c * ${sub()})`,
      () => `(-${sub()})`,
      () => `[${this.scalar(depth - 1)}, ${this.scalar(depth - 1)}, ${this.scalar(depth - 1)}]`,
      () => `concat(line(${this.vector(0)}), ${this.scalar(depth - 1)})`,
      () => `case b { true: ${sub()}, false: ${sub()} }`,
    ]);
  }
}

describe('the affine value of an expression', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed))(
    'is that of the compiled expression: random text %d',
    (seed) => {
      const text = new Writer(1000 + seed).scalar(3);
      const { affine, compiled } = both(text, seed);
      expect(affine, text).not.toBeNull();
      expect(affine!.length).toBe(compiled.length);
      affine!.forEach((value, i) => {
        expect(Math.abs(value - compiled[i]!), text).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
      });
    },
  );

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'is that of the compiled expression: random vector %d',
    (seed) => {
      const text = new Writer(2000 + seed).vector(3);
      const { affine, compiled, shape } = both(text, seed);
      expect(shape, text).toEqual([3]);
      affine!.forEach((value, i) => {
        expect(Math.abs(value - compiled[i]!), text).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
      });
    },
  );

  it.each([
    's * v[1]',
    's ^ 2',
    '2 ^ s',
    '1 / s',
    'exp(s)',
    'bent',
    'max(s, 0)',
    'abs(v[1])',
    'dot(v, v)',
    'matmul([v, v], v)[1]',
    'gate(s)',
    'square(sum(v))',
  ])('is none of %s', (text) => {
    expect(both(text, 3).affine).toBeNull();
  });

  it('is in double precision', () => {
    const { numbers, mean } = expression('0.1 * s + 0.2');
    const scope = new AffineEvaluation(numbers);
    for (const [key, value] of [
      ['k', 1],
      ['b', 0],
    ] as const)
      scope.assignConstant(key, [], Float64Array.of(value));
    scope.assignFree('s', [], 0, 1);
    scope.assignFree('v', [3], 1, 3);
    const { constant, rows } = evaluate(mean, scope, { loops: new Map(), args: new Map() })!;
    expect(constant).toEqual(Float64Array.of(0.2));
    expect(rows!.value[Array.from(rows!.column).indexOf(0)]).toBe(0.1);
  });

  it('has an undefined value where an index is outside of its table', () => {
    const builder = new ModelBuilder();
    const outside = at(builder.vector([1, 2]), builder.number(3));
    const { numbers } = given(builder.build());
    const value = evaluate(outside, new AffineEvaluation(numbers), { loops: new Map(), args: new Map() })!;
    expect(value.constant).toEqual(Float64Array.of(Number.NaN));
    expect(evaluateAtNodes(outside, scopeOf(numbers, new Map()), noLoops).data[0]).toBeNaN();
  });
});
