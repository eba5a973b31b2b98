import { describe, expect, it } from 'vitest';
import { AffineEvaluation } from '../../../../src/engine/factors/gaussian/affineEvaluation';
import { conditionalOf } from '../../../../src/engine/factors/gaussian/conditional';
import { filter } from '../../../../src/engine/factors/gaussian/filter';
import { formsOf } from '../../../../src/engine/factors/gaussian/forms';
import type { LinearGaussian, Node } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { project } from '../../../../src/engine/factors/gaussian/projection';
import { sizeOf } from '../../../../src/engine/values/shape';
import { model } from '../../models';
import { given } from '../../plain';

/** The linear-Gaussian elements of a text, and what x sees of them given some. */
function seen(text: string, evidence: ReadonlyMap<string, Float64Array> = new Map()) {
  const { numbers, graph } = given(model(text));
  const x = graph.byKey('x');
  const scope = new AffineEvaluation(numbers);
  const nodes: Node[] = [];
  let first = 0;
  for (const element of graph.ancestors(x)) {
    const { shape } = element.variable.type;
    const conditional = conditionalOf(element, scope);
    if (conditional === null) {
      scope.assignBent(element.key);
      continue;
    }
    nodes.push({ key: element.key, size: sizeOf(shape), first, conditional });
    const value = evidence.get(element.key);
    if (value === undefined) scope.assignFree(element.key, shape, first, sizeOf(shape));
    else scope.assignConstant(element.key, shape, value);
    first += sizeOf(shape);
  }
  const owner = new Int32Array(first);
  nodes.forEach((node, i) => {
    owner.fill(i, node.first, node.first + node.size);
  });
  const gaussian: LinearGaussian = { nodes, byKey: new Map(nodes.map((node) => [node.key, node])), owner };
  return { gaussian, forms: formsOf(x, scope) };
}

/** Rows of a form over all coordinates. */
function rowsOf({ gaussian, forms }: ReturnType<typeof seen>): number[][] {
  return forms.flatMap(({ rows, constant }) =>
    Array.from(constant, (_, i) => {
      const row = new Array<number>(gaussian.owner.length).fill(0);
      for (let at = rows!.start[i]!; at < rows!.start[i + 1]!; at++) row[rows!.column[at]!] = rows!.value[at]!;
      return row;
    }),
  );
}

describe('forms', () => {
  it.each<[string, number[][]]>([
    [
      'Uniform(sum(z) - 1, sum(z) + 1)',
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
    [
      'Laplace(exp(2 * z[1] - z[3]) + z[2], 1)',
      [
        [2, 0, -1],
        [0, 1, 0],
      ],
    ],
    ['Laplace(u * dot([1, 2, 3], z), exp(u))', [[1, 2, 3]]],
    [
      'Laplace(case k { true: z[1], false: sum(z) }, 1)',
      [
        [1, 0, 0],
        [1, 1, 1],
      ],
    ],
    ['Laplace(twice, 1)', [[3, 3, 3]]],
    ['Laplace(3 * u, 1)', []],
  ])('are the largest affine parts of %s', (distribution, expected) => {
    const text = `let twice = exp(3 * sum(z))\nlatent u ~ Gamma(1, 1)\nlatent k ~ Bernoulli(0.5)\nlatent z ~ Normal(0, 1)^3\nobserved x | z, u, k ~ ${distribution}`;
    const found = seen(text);
    const z = found.gaussian.byKey.get('z');
    expect(rowsOf(found).map((row) => row.slice(z?.first ?? 0, (z?.first ?? 0) + 3))).toEqual(expected);
  });
});

describe('a projection', () => {
  const text = `
latent m ~ Normal(1, 2)
latent z | m ~ MultivariateNormal([m, 2 * m], [[2, 0.5], [0.5, 1]])
latent w | z ~ Normal(z[1] - z[2] + [0, 1, 2], [0.3, 0.4, 0.5])
observed x | m, z, w ~ Laplace(exp(sum(w) - m), 1 + abs(w[1] + z[2]))`;
  const { gaussian, forms } = seen(text);
  const keys = ['m', 'z', 'w'];

  /** Means and covariances of all coordinates in their order, by the filter. */
  function joint(evidence: ReadonlyMap<string, Float64Array>) {
    const kept = keys.filter((key) => !evidence.has(key));
    const made = filter(gaussian, evidence, kept);
    return { ...made, kept, total: made.mean.length };
  }

  it.each<[string, ReadonlyMap<string, Float64Array>]>([
    ['nothing', new Map()],
    ['the first', new Map([['m', Float64Array.of(0.7)]])],
  ])('has the distribution of its forms, given %s', (_, evidence) => {
    const given = seen(text, evidence);
    const rows = rowsOf(given);
    const made = project(given.gaussian, evidence, given.forms, 8, null)!;
    expect(made.rank).toBe(2);
    const { mean, covariance, offsets, kept, total, logEvidence } = joint(evidence);
    expect(made.logEvidence).toBeCloseTo(logEvidence, 12);
    const places = kept.flatMap((key) => {
      const node = gaussian.byKey.get(key)!;
      return Array.from({ length: node.size }, (_, j) => [node.first + j, offsets.get(key)! + j] as const);
    });
    const form = (row: number[], of: (place: number) => number) =>
      places.reduce((sum, [at, place]) => sum + row[at]! * of(place), 0);
    const values = new Float64Array(gaussian.owner.length);
    const roots = Array.from({ length: made.rank }, () => new Float64Array(gaussian.owner.length));
    for (const key of kept) {
      const node = gaussian.byKey.get(key)!;
      const { constant, root } = made.values.get(key)!;
      values.set(constant, node.first);
      for (let j = 0; j < node.size; j++) for (let k = 0; k < 2; k++) roots[k]![node.first + j] = root[2 * j + k]!;
    }
    const at = (all: Float64Array, row: number[]) => row.reduce((sum, each, i) => sum + each * all[i]!, 0);
    for (const a of rows) {
      expect(at(values, a)).toBeCloseTo(
        form(a, (place) => mean[place]!),
        10,
      );
      for (const b of rows) {
        const expected = form(a, (i) => form(b, (j) => covariance[i * total + j]!));
        expect(roots.reduce((sum, root) => sum + at(root, a) * at(root, b), 0)).toBeCloseTo(expected, 10);
      }
    }
  });

  it('tells of an element given the forms as the joint distribution does', () => {
    const made = project(gaussian, new Map(), forms, 8, 'z')!.wanted!;
    const { mean, covariance, offsets, total } = joint(new Map());
    const z = offsets.get('z')!;
    expect(made.constant[0]).toBeCloseTo(mean[z]!, 12);
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const along = made.root[2 * i]! * made.root[2 * j]! + made.root[2 * i + 1]! * made.root[2 * j + 1]!;
      expect(along + made.covariance[2 * i + j]!).toBeCloseTo(covariance[(z + i) * total + z + j]!, 12);
    }
    // z[2] is not a form, but some of it is known.
    expect(made.covariance[3]).toBeGreaterThan(0);
    expect(made.covariance[3]).toBeLessThan(covariance[(z + 1) * total + z + 1]!);
  });

  it('has no more numbers than are allowed', () => {
    expect(project(gaussian, new Map(), forms, 1, null)).toBeNull();
  });
});
