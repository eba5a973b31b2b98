import type { Noise } from '../../../../src/engine/factors/gaussian/conditional';
import type { LinearGaussian, Node } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { RowBuilder } from '../../../../src/engine/factors/gaussian/rows';
import { normals, uniforms } from '../../../../src/engine/sampling/random';

/** A random network of vectors, each with some earlier ones as parents, and noise that is independent, correlated or none. */
export function randomModel(seed: number, count: number): LinearGaussian {
  const u = uniforms(seed, 4096);
  const g = normals(seed + 1, 65_536);
  let [ui, gi] = [0, 0];
  const uniform = () => u[ui++ % u.length]!;
  const normal = () => g[gi++ % g.length]!;
  const nodes: Node[] = [];
  let first = 0;
  for (let i = 0; i < count; i++) {
    const size = 1 + Math.floor(3 * uniform());
    const parents = nodes.filter(() => uniform() < 0.4);
    const builder = new RowBuilder();
    for (let row = 0; row < size; row++) {
      for (const parent of parents) {
        for (let j = 0; j < parent.size; j++) builder.add(unit(parent.first + j), 0, normal());
      }
      builder.close();
    }
    const constant = Float64Array.from({ length: size }, normal);
    nodes.push({ key: `v${i}`, size, first, conditional: { constant, rows: builder.finish(), noise: noise(size) } });
    first += size;
  }
  const owner = new Int32Array(first);
  nodes.forEach((node, i) => {
    owner.fill(i, node.first, node.first + node.size);
  });
  return { nodes, byKey: new Map(nodes.map((node) => [node.key, node])), owner };

  function noise(size: number): Noise {
    if (uniform() < 0.5) {
      return { kind: 'independent', variance: Float64Array.from({ length: size }, () => 0.1 + uniform()) };
    }
    const factor = Array.from({ length: size }, () => Array.from({ length: size }, normal));
    const covariance = Float64Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return factor[i]!.reduce((sum, each, k) => sum + each * factor[j]![k]!, i === j ? 0.2 : 0);
    });
    return { kind: 'blocks', block: size, covariance };
  }
}

function unit(column: number) {
  return { start: Int32Array.of(0, 1), column: Int32Array.of(column), value: Float64Array.of(1) };
}

/** The whole joint distribution: mean and covariance of every coordinate, by the rule cov = A cov Aᵀ + noise. */
export function wholeJoint({ nodes, owner }: LinearGaussian): { mean: number[]; covariance: number[][] } {
  const n = owner.length;
  const mean = new Array<number>(n).fill(0);
  const covariance = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const { size, first, conditional } of nodes) {
    const { constant, rows, noise } = conditional!;
    const dense = Array.from({ length: size }, (_, i) => {
      const row = new Array<number>(n).fill(0);
      if (rows !== null)
        for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) row[rows.column[e]!]! += rows.value[e]!;
      return row;
    });
    dense.forEach((row, i) => {
      mean[first + i] = row.reduce((sum, each, c) => sum + each * mean[c]!, constant[i]!);
      for (let c = 0; c < first; c++) {
        const cross = row.reduce((sum, each, k) => sum + each * covariance[k]![c]!, 0);
        covariance[first + i]![c] = covariance[c]![first + i] = cross;
      }
    });
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const own = noise.kind === 'blocks' ? noise.covariance[i * size + j]! : i === j ? noise.variance[i]! : 0;
        covariance[first + i]![first + j] = dense[j]!.reduce(
          (sum, each, k) => sum + (k < first ? each * covariance[first + i]![k]! : 0),
          own,
        );
      }
    }
  }
  return { mean, covariance };
}
