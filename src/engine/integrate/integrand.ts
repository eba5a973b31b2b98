import type { Numbers } from '../evaluate/numbers';
import type { KnownValues } from '../factors/tables/known';
import { logAdd } from '../math/logSum';
import type { NodesPlan } from '../plan/planPart';
import { Column } from '../sampling/columns';
import { adaptiveLine } from './adaptiveLine';
import { adaptivePlane } from './adaptivePlane';
import { type Cubature, type LogIntegrand, placeLimit } from './cubature';
import { type NodeBlock, visitNodes } from './nodes';
import type { Outside } from './windows';

/** Joint states that have a row each, so that the peaks of each are looked for. */
const rowLimit = 64;

/** Absolute moments of an element at the nodes of a block: of each node log Σ |z| and log Σ z² over its coordinates. */
export type LogMoments = (block: NodeBlock) => readonly [first: Float64Array, second: Float64Array];

/**
 * The probability of the evidence at places of the standard normals; where it differs between points, their sum. With moments, it has two
 * rows more: the same times each of them.
 */
export function integrandOf(
  given: Numbers,
  plan: NodesPlan,
  known: KnownValues,
  points: number,
  moments: LogMoments | null = null,
): LogIntegrand {
  const states = plan.table.count;
  const separate = states <= rowLimit;
  return function* (places) {
    const draws = places[0]!.length;
    const first = separate ? states : 1;
    const rows = Array.from({ length: first + (moments === null ? 0 : 2) }, () =>
      new Float64Array(draws).fill(Number.NEGATIVE_INFINITY),
    );
    const columns = places.map((place) => Column.fromNormals(place));
    yield* visitNodes(given, plan, known, points, columns, draws, null, (block) => {
      const sums = pointSums(block, points);
      const own = moments?.(block) ?? [];
      for (let d = 0; d < block.states; d++) {
        const row = rows[separate ? block.firstState + d : 0]!;
        for (let c = 0; c < block.draws; c++) {
          const at = block.firstDraw + c;
          const n = d * block.draws + c;
          row[at] = logAdd(row[at]!, sums[n]!);
          own.forEach((moment, k) => {
            const log = sums[n]! + moment[n]!;
            if (!Number.isNaN(log)) rows[first + k]![at] = logAdd(rows[first + k]![at]!, log);
          });
        }
      }
    });
    return rows;
  };
}

/** How far known values lie outside of their supports; a row for each joint state. */
function outsideOf(given: Numbers, plan: NodesPlan, known: KnownValues): Outside {
  return function* (places) {
    const rows = Array.from({ length: plan.table.count }, () => new Float64Array(places.length));
    yield* visitNodes(given, plan, known, 1, [Column.fromNormals(places)], places.length, null, (block) => {
      const { firstState, firstDraw, draws } = block;
      for (const own of block.outside(0)) {
        own.forEach((distance, n) => {
          rows[firstState + Math.floor(n / draws)]![firstDraw + (n % draws)]! += Math.abs(distance);
        });
      }
    });
    return rows;
  };
}

/** log of the weight of each node, its terms at all points together. */
function pointSums({ logWeights, logTerms }: NodeBlock, points: number): Float64Array {
  if (logTerms === null) return logWeights;
  const nodes = logWeights.length;
  return logWeights.map((weight, n) => {
    let sum = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < points; p++) sum = logAdd(sum, logTerms[p * nodes + n]!);
    return weight + sum;
  });
}

/** Places × joint states. */
const evaluationLimit = 2 ** 23;
const fewestPlaces = 2 ** 12;

/** Nodes for the one or two continuous elements of a plan; fine enough for moments of one, of which it says whether they exist. */
export function* cubatureOf(
  given: Numbers,
  plan: NodesPlan,
  known: KnownValues,
  resolution: number,
  moments: LogMoments | null = null,
): Generator<null, Cubature & { readonly diverges: readonly boolean[] }> {
  const limit = Math.min(placeLimit, Math.max(fewestPlaces, Math.floor(evaluationLimit / plan.table.count)));
  if (plan.dimensions === 1) {
    const f = integrandOf(given, plan, known, 1, moments);
    const outside = plan.table.count <= rowLimit ? outsideOf(given, plan, known) : null;
    return yield* adaptiveLine(f, resolution, limit, moments === null ? 0 : 2, outside);
  }
  const f = integrandOf(given, plan, known, 1, moments);
  return yield* adaptivePlane(f, limit, moments === null ? 0 : 2, resolution < 1);
}
