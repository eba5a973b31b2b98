import { coefficients, interpolation, legendreAtNodes, panelRule, perPanel } from './legendre';

/** Nodes of a cell of a plane: node i · perPanel + j is the i-th across and the j-th up. */
export const perCell = perPanel ** 2;

/** The share of a node's cell that it stands for. */
export const cellWeights: readonly number[] = panelRule.weights.flatMap((one) =>
  panelRule.weights.map((two) => (one * two) / 4),
);

/** The two highest of Legendre's coefficients, by which they are made from numbers at the nodes of a line. */
const highest = [perPanel - 1, perPanel - 2].map((k) =>
  Float64Array.from(panelRule.weights, (weight, i) => (k + 0.5) * weight * legendreAtNodes[i]![k]!),
);

/**
 * What a polynomial through the nodes of a cell may be off, by the highest coefficients of the lines of nodes in both directions: these
 * are small where their series has come to its end.
 * @param values at the nodes
 * @param scale by whose largest value on a line of nodes the coefficients of that line count; null where they count as they are
 */
export function tailOfSeries(values: Float64Array, scale: Float64Array | null = null): number {
  const [one, two] = highest as [Float64Array, Float64Array];
  let worst = 0;
  for (let direction = 0; direction < 2; direction++) {
    const [step, stride] = direction === 0 ? [perPanel, 1] : [1, perPanel];
    for (let line = 0; line < perPanel; line++) {
      let [first, second, most] = [0, 0, scale === null ? 1 : 0];
      for (let i = 0, at = line * step; i < perPanel; i++, at += stride) {
        first += one[i]! * values[at]!;
        second += two[i]! * values[at]!;
        if (scale !== null && scale[at]! > most) most = scale[at]!;
      }
      worst = Math.max(worst, (Math.abs(first) + Math.abs(second)) * most);
    }
  }
  return worst;
}

/** The polynomial through the nodes of a cell at a place in [−1, 1]². */
export function interpolated(values: Float64Array, u: number, v: number): number {
  const [across, up] = [interpolation(u), interpolation(v)];
  let sum = 0;
  for (let i = 0; i < perPanel; i++) {
    for (let j = 0; j < perPanel; j++) sum += across[i]! * up[j]! * values[i * perPanel + j]!;
  }
  return sum;
}

/** Coefficients of the polynomial through the nodes of a cell: that of P_j(u) P_k(v) at j · perPanel + k. */
export function cellCoefficients(values: Float64Array): Float64Array {
  const half = new Float64Array(perCell);
  for (let i = 0; i < perPanel; i++)
    half.set(
      coefficients((j) => values[i * perPanel + j]!),
      i * perPanel,
    );
  const made = new Float64Array(perCell);
  for (let k = 0; k < perPanel; k++) {
    coefficients((i) => half[i * perPanel + k]!).forEach((c, j) => {
      made[j * perPanel + k] = c;
    });
  }
  return made;
}

/** A fall from a node to those beside it that leaves what lies between them unknown. */
const steep = 3;
/** How much higher than a parabola says a peak may be, over the fall to the nodes beside it, and at most: what is squared may bend. */
const [bend, mostBend] = [0.5, 15];
/** The same at the sides of a cell: these are near, and what lies beyond is the neighbour's. */
const bendAtSide = 0.1;
/** A stand-in for −Infinity in a parabola. */
const outside = 50;
/** Beyond it a parabola knows nothing of its top, for rounding. */
const readable = 1e12;

/**
 * How high the integrand may rise between a cell's nodes, about each local maximum of a line of them, by parabolas through the nodes beside
 * it.
 * @param logs of the integrand at the nodes
 * @param limit what it may be at each node: its weight and the highest that is left of it elsewhere
 * @returns log of the mean over the cell; −Infinity where it falls gently
 */
export function hiddenLog(logs: Float64Array, limit: (node: number) => number): number {
  let hidden = Number.NEGATIVE_INFINITY;
  let top = 0;
  for (let n = 1; n < perCell; n++) if (logs[n]! > logs[top]!) top = n;
  for (let i = 0; i < perPanel; i++) {
    for (let j = 0; j < perPanel; j++) {
      const at = i * perPanel + j;
      const here = logs[at]!;
      if (here === Number.NEGATIVE_INFINITY) continue;
      const across = fallAt(logs, here, i, at, perPanel);
      const up = fallAt(logs, here, j, at, 1);
      const fall = Math.max(across, up);
      if (!(fall > steep)) continue;
      // A ridge that rises along itself has its maxima across it only.
      const rise =
        (across >= 0 ? riseAt(logs, here, i, at, perPanel) : 0) + (up >= 0 ? riseAt(logs, here, j, at, 1) : 0);
      const more = Math.min(mostBend, Math.max(0, across) * bendOf(i) + Math.max(0, up) * bendOf(j));
      // About the highest node it may rise as far as it falls: where no line of nodes goes along or across a ridge, none has its maximum.
      const most = at === top || fall > readable ? Math.max(fall, rise + more) : rise + more;
      let highest = Number.NEGATIVE_INFINITY;
      for (const k of [Math.max(0, i - 1), i, Math.min(perPanel - 1, i + 1)]) {
        for (const l of [Math.max(0, j - 1), j, Math.min(perPanel - 1, j + 1)])
          highest = Math.max(highest, limit(k * perPanel + l));
      }
      hidden = Math.max(hidden, Math.max(here, Math.min(here + most, highest)) - Math.log(perCell / 4));
    }
  }
  return hidden;
}

function bendOf(i: number): number {
  return i === 0 || i === perPanel - 1 ? bendAtSide : bend;
}

/** The fall from a node to the lower of those beside it in a line that are not nothing; less than 0 where it is no local maximum. */
function fallAt(logs: Float64Array, here: number, i: number, at: number, stride: number): number {
  const before = i > 0 ? here - logs[at - stride]! : 0;
  const after = i < perPanel - 1 ? here - logs[at + stride]! : 0;
  if (before < 0 || after < 0) return -1;
  return Math.max(before < Number.POSITIVE_INFINITY ? before : 0, after < Number.POSITIVE_INFINITY ? after : 0);
}

/** How far a parabola through a node and those beside it, or the two next to it at the side of the cell, rises above it. */
function riseAt(logs: Float64Array, here: number, i: number, at: number, stride: number): number {
  const { nodes } = panelRule;
  const first = Math.min(Math.max(i - 1, 0), perPanel - 3);
  const [a, b, c] = [nodes[first]!, nodes[first + 1]!, nodes[first + 2]!];
  const value = (k: number) => {
    const log = logs[at + (first + k - i) * stride]!;
    return log === Number.NEGATIVE_INFINITY ? -outside : log - here;
  };
  const [fa, fb, fc] = [value(0), value(1), value(2)];
  const left = (fb - fa) / (b - a);
  const curvature = ((fc - fb) / (c - b) - left) / (c - a);
  const slope = left + curvature * (nodes[i]! - a + nodes[i]! - b);
  const [low, high] = [i > 0 ? nodes[i - 1]! : -1, i < perPanel - 1 ? nodes[i + 1]! : 1];
  const rise = (u: number) => (slope + curvature * (u - nodes[i]!)) * (u - nodes[i]!);
  const top = curvature < 0 ? nodes[i]! - slope / (2 * curvature) : slope > 0 ? high : low;
  return Math.max(0, rise(Math.min(Math.max(top, low), high)));
}
