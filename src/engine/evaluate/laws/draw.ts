import { supportEnds } from '../../families/supportEnds';
import type { Column } from '../../sampling/columns';
import { farDraw, furthestQuantile } from './farDraw';
import { type FamilyLaw, type Law, nodesOf, parametersAt, type VectorLaw, vectorParametersAt } from './law';

/**
 * One draw of the law at each node, from the base: coordinate j of node n uses number `n mod columns[j].length` of column j.
 * @param logShares of the nodes: to each is added the logarithm of what its draw counts, not 0 where places lie beyond all quantiles; null where
 * none does
 * @returns nodes × size of a draw, row-major
 */
export function draw(
  law: Law,
  nodes: number,
  columns: readonly Column[],
  logShares: Float64Array | null = null,
): Float64Array {
  switch (law.kind) {
    case 'family':
      return drawFamily(law, nodes, columns, logShares);
    case 'vector':
      return drawVectors(law, nodes, columns);
    case 'rows': {
      const { size } = law;
      const result = new Float64Array(nodes * size);
      law.rows.forEach((row, i) => {
        const own = logShares === null ? null : new Float64Array(nodes);
        const drawn = draw(row, nodes, columns, own);
        for (let n = 0; n < nodes; n++) {
          if (law.row[law.row.length === 1 ? 0 : n] === i) {
            result.set(drawn.subarray(n * size, (n + 1) * size), n * size);
            if (own !== null) logShares![n]! += own[n]!;
          }
        }
      });
      return result;
    }
  }
}

function drawFamily(
  law: FamilyLaw,
  nodes: number,
  columns: readonly Column[],
  logShares: Float64Array | null,
): Float64Array {
  const { size, name, family } = law;
  const result = new Float64Array(nodes * size);
  const own = nodesOf(law);
  for (let j = 0; j < size; j++) {
    if (name === 'Dirac') {
      for (let n = 0; n < nodes; n++) result[n * size + j] = parametersAt(law, n, j)[0]!;
      continue;
    }
    const column = columns[j]!;
    const count = column.length;
    if (name === 'Normal') {
      drawNormals(law, j, column.normal, nodes, result);
      continue;
    }
    const { lower, upper } = column;
    // The nodes repeat the column for every state of the discrete variables: constant parameters give the same draws again.
    const fresh = own === 1 ? Math.min(count, nodes) : nodes;
    let parameters = parametersAt(law, 0, j);
    for (let n = 0; n < fresh; n++) {
      if (n > 0 && own > 1) parameters = parametersAt(law, n, j);
      result[n * size + j] = family.quantile(lower[n % count]!, parameters, upper[n % count]!);
    }
    for (let n = fresh; n < nodes; n++) result[n * size + j] = result[(n - count) * size + j]!;
    if (logShares !== null && column.furthest > furthestQuantile)
      drawFar(law, j, column.normal, nodes, result, logShares);
  }
  return result;
}

/** Takes the draws of one coordinate at places beyond all quantiles further out, and says what they count. */
function drawFar(
  law: FamilyLaw,
  j: number,
  normal: Float64Array,
  nodes: number,
  result: Float64Array,
  logShares: Float64Array,
): void {
  for (let n = 0; n < nodes; n++) {
    const s = normal[n % normal.length]!;
    if (Math.abs(s) <= furthestQuantile) continue;
    const parameters = parametersAt(law, n, j);
    const far = farDraw(law.family, parameters, supportEnds(law.name, parameters), s);
    if (far === null) continue;
    result[n * law.size + j] = far.value;
    logShares[n]! += far.logShare;
  }
}

/** The commonest family by itself, without a call for each draw. */
function drawNormals(law: FamilyLaw, j: number, normal: Float64Array, nodes: number, result: Float64Array): void {
  const [mean, sd] = law.parameters.map((parameter) => ({
    data: parameter.data,
    first: j % parameter.size,
    stride: parameter.nodes === 1 ? 0 : parameter.size,
  })) as [NumberColumn, NumberColumn];
  for (let n = 0, i = 0, at = j; n < nodes; n++, at += law.size) {
    result[at] = mean.data[mean.first + n * mean.stride]! + sd.data[sd.first + n * sd.stride]! * normal[i]!;
    i = i + 1 === normal.length ? 0 : i + 1;
  }
}

interface NumberColumn {
  readonly data: Float64Array;
  readonly first: number;
  readonly stride: number;
}

function drawVectors(law: VectorLaw, nodes: number, columns: readonly Column[]): Float64Array {
  const { family, length, size } = law;
  const perCopy = family.uniforms(length);
  const result = new Float64Array(nodes * size);
  const uniforms = new Array<number>(perCopy).fill(0);
  const own = nodesOf(law);
  let parameters = vectorParametersAt(law, 0);
  for (let n = 0; n < nodes; n++) {
    if (n > 0 && own > 1) parameters = vectorParametersAt(law, n);
    for (let copy = 0; copy < size / length; copy++) {
      for (let i = 0; i < perCopy; i++) {
        const column = columns[copy * perCopy + i]!.uniform;
        uniforms[i] = column[n % column.length]!;
      }
      result.set(family.draw(uniforms, length, parameters), n * size + copy * length);
    }
  }
  return result;
}
