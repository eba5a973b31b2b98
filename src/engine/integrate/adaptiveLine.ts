import { joined } from '../math/joined';
import { logSumExp } from '../math/logSum';
import { type Cubature, type LogIntegrand, logNormalDensity, placeLimit, roundingError } from './cubature';
import { interpolation, perPanel, panelRule as rule } from './legendre';
import { endsOfWindows, type Outside } from './windows';

/** One panel with its nodes. */
interface Panel {
  readonly low: number;
  readonly width: number;
  readonly depth: number;
  readonly places: Float64Array;
  /** For each row log of the integrand, the normal density included. */
  readonly rows: readonly Float64Array[];
  /** log of the weight of each node, the normal density included. */
  readonly logWeights: Float64Array;
  /** log of the panel's part of each integral: of the rows together, then of each row that is an integral of its own. */
  readonly logs: readonly number[];
  /** log of its share of the change of the first integral when it was made from a wider panel; Infinity before that. */
  readonly logChange: number;
}

/** Where the integrand was looked at without being summed. */
interface Look {
  readonly places: Float64Array;
  readonly rows: readonly Float64Array[];
}

const logOfRule = rule.weights.map((weight) => Math.log(0.5 * weight));
/** Where the first panels lie: beyond it is less than 2e-23 of the standard normal. */
const span = 10;
const firstPanels = 40;
/** Panels where the first found nothing. */
const finePanels = 8192;
/** How far panels go where the integral lies at the end of the first ones. */
const furthest = 640;
/** The same for a moment: beyond it the normal's tail is no longer a number. */
const furthestMoment = 40;
const deepest = 40;
/** Places of a second look between the nodes, and of one where the integrand has ends. */
const fewLooks = 509;
const manyLooks = 8191;
const mostLooks = 5;
/** The change of an integral, over the integral, at which its panels are left as they are: far above their own error by then. */
const tolerance = 1e-10;

/**
 * An integral over one standard normal by Gauss–Legendre panels that are halved until both halves agree with the whole. Peaks that
 * lie between the nodes are looked for by their flanks: through every local maximum of the logarithm goes a parabola, which says how
 * much may lie there. When all is settled, a second look at places between the nodes has to find nothing new.
 * @param resolution panels are halved until none has more than this share of the integral
 * @param limit places, about, at which it is left as it is
 * @param outside where the integrand is 0 because known values lie outside of supports: windows between the nodes are found by it
 * @param moments how many rows of f, its last ones, are integrals of their own: the nodes are made fine enough for them too
 */
export function* adaptiveLine(
  f: LogIntegrand,
  resolution: number,
  limit = placeLimit,
  moments = 0,
  outside: Outside | null = null,
): Generator<null, LineCubature> {
  let evaluations = 0;
  function* look(places: Float64Array): Generator<null, Look & { readonly normal: Float64Array }> {
    evaluations += places.length;
    const values = yield* f([places]);
    const normal = logNormalDensity([places]);
    return { places, normal, rows: values.map((row) => row.map((log, i) => log + normal[i]!)) };
  }
  function* made(cells: readonly { low: number; width: number; depth: number }[]): Generator<null, Panel[]> {
    const places = Float64Array.from({ length: cells.length * perPanel }, (_, i) => {
      const { low, width } = cells[Math.floor(i / perPanel)]!;
      return low + 0.5 * width * (1 + rule.nodes[i % perPanel]!);
    });
    const { rows: all, normal } = yield* look(places);
    return cells.map((cell, c) => {
      const [start, end] = [c * perPanel, (c + 1) * perPanel];
      const rows = all.map((row) => row.subarray(start, end));
      const logs = logOfRule.map((log) => log + Math.log(cell.width));
      const part = (from: number, to: number) => {
        const terms = new Float64Array((to - from) * perPanel);
        for (let r = from, at = 0; r < to; r++) {
          for (let i = 0; i < perPanel; i++) terms[at++] = rows[r]![i]! + logs[i]!;
        }
        return logSumExp(terms);
      };
      const first = rows.length - moments;
      return {
        ...cell,
        places: places.subarray(start, end),
        rows,
        logWeights: Float64Array.from(logs, (log, i) => log + normal[start + i]!),
        logs: [part(0, first), ...rows.slice(first).map((_, k) => part(first + k, first + k + 1))],
        logChange: Number.POSITIVE_INFINITY,
      };
    });
  }

  const even = (low: number, high: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      low: low + ((high - low) * i) / count,
      width: (high - low) / count,
      depth: 0,
    }));
  let panels = yield* made(even(-span, span, firstPanels));
  for (let end = span; end < furthest; end *= 2) {
    const totals = totalsOf(panels).slice(0, end < furthestMoment ? undefined : 1);
    const goesOn = ({ logs }: Panel) => totals.some((total, k) => logs[k]! > total + negligible);
    const [low, high] = [goesOn(panels[0]!), goesOn(panels.at(-1)!)];
    if (!(low || high)) break;
    if (low) panels = [...(yield* made(even(-2 * end, -end, firstPanels))), ...panels];
    if (high) panels = [...panels, ...(yield* made(even(end, 2 * end, firstPanels)))];
  }
  let mayBeAnywhere = outside === null;
  /** Where the integrand ends for sure: panels begin and end there. */
  const ends = new Set<number>();
  if (outside !== null && panels.some(({ rows }) => rows.some((row) => row.includes(Number.NEGATIVE_INFINITY)))) {
    const places = joined(panels.map((panel) => panel.places));
    const windows = yield* endsOfWindows(outside, places, furthestMoment - span);
    mayBeAnywhere = !windows.isTold;
    for (const place of windows.places) {
      for (let end = panels[0]!.low; place < end; end *= 2) {
        panels = [...(yield* made(even(2 * end, end, firstPanels))), ...panels];
      }
      for (let end = panels.at(-1)!.low + panels.at(-1)!.width; place > end; end *= 2) {
        panels = [...panels, ...(yield* made(even(end, 2 * end, firstPanels)))];
      }
      ends.add(place);
      const i = panels.findIndex(({ low, width }) => low < place && place < low + width);
      if (i < 0) continue;
      const { low, width } = panels[i]!;
      const cells = [
        { low, width: place - low, depth: 0 },
        { low: place, width: low + width - place, depth: 0 },
      ];
      panels.splice(i, 1, ...(yield* made(cells)));
    }
  }
  // Where nothing was found, once more with finer panels: the integrand may be 0 outside of a short interval.
  if (totalsOf(panels)[0] === Number.NEGATIVE_INFINITY && mayBeAnywhere) {
    const fine = yield* made(even(-span, span, finePanels));
    const some = (panel: Panel | undefined) => panel !== undefined && panel.logs[0]! > Number.NEGATIVE_INFINITY;
    panels = fine.filter((panel, i) => some(panel) || some(fine[i - 1]) || some(fine[i + 1]));
  }
  if (panels.length === 0 || totalsOf(panels)[0] === Number.NEGATIVE_INFINITY) return nothing(evaluations);

  const settled = new Set<Panel>();
  let missed = false;
  let looks: Look = { places: new Float64Array(), rows: panels[0]!.rows.map(() => new Float64Array()) };
  for (let looked = 0; ; ) {
    const totals = totalsOf(panels);
    const mattersFor = (panel: Panel) => panel.logs.some((log, i) => log > totals[i]! + negligible);
    const peaks = unresolved(panels, looks, totals, moments, ends);
    const split = panels.filter(
      (panel) =>
        canBeHalved(panel) &&
        (peaks.has(panel) ||
          (mattersFor(panel) && !settled.has(panel)) ||
          (panel.logs[0]! > totals[0]! + negligible && panel.logs[0]! > totals[0]! + Math.log(resolution))),
    );
    if (split.length === 0) split.push(...atGaps(panels, totals[0]!, moments));
    if (split.length > 0 && evaluations > limit) {
      missed = peaks.size > 0;
      break;
    }
    if (split.length === 0) {
      if (looked === mostLooks) break;
      const count = (panels.some(hasEnds) ? manyLooks : fewLooks) << looked++;
      looks = yield* look(between(panels, count));
      if (unresolved(panels, looks, totals, moments, ends).size === 0) break;
      continue;
    }
    const halves = yield* made(
      split.flatMap(({ low, width, depth }) => [
        { low, width: width / 2, depth: depth + 1 },
        { low: low + width / 2, width: width / 2, depth: depth + 1 },
      ]),
    );
    const next: Panel[] = [];
    const byPanel = new Map(split.map((panel, i) => [panel, i]));
    const after = totalsOf(halves).map((log, k) => Math.max(log, totals[k]!));
    for (const panel of panels) {
      const i = byPanel.get(panel);
      if (i === undefined) {
        next.push(panel);
        continue;
      }
      const pair = [halves[2 * i]!, halves[2 * i + 1]!];
      const changes = totalsOf(pair).map((log, k) =>
        after[k] === Number.NEGATIVE_INFINITY
          ? 0
          : Math.abs(Math.exp(log - after[k]!) - Math.exp(panel.logs[k]! - after[k]!)),
      );
      const fine = changes.every((change) => change <= tolerance / 16);
      const logChange = Math.log(changes[0]! / 2) + after[0]!;
      for (const half of pair) {
        const made = { ...half, logChange };
        if (fine) settled.add(made);
        next.push(made);
      }
    }
    panels = next;
  }
  const [below, above] = tailsOf(panels);
  const tails = moments === 0 ? null : yield* look(Float64Array.of(below[1], below[0], ...above));
  return {
    places: [joined(panels.map(({ places }) => places))],
    logWeights: joined(panels.map(({ logWeights }) => logWeights)),
    log: totalsOf(panels)[0]!,
    relativeError: missed ? 1 : errorOf(panels, moments),
    evaluations,
    diverges:
      tails === null
        ? []
        : tails.rows.slice(-moments).map((row, k) => staysUp(row, within(panels, k + 1, below[1], above[1]))),
  };
}

/** The changes by which the panels came to be, over the integral; what was never halved counts whole, but for what is negligible. */
function errorOf(panels: readonly Panel[], moments: number): number {
  const total = totalsOf(panels)[0]!;
  if (total === Number.NEGATIVE_INFINITY) return 0;
  const log = logSumExp(panels.map(({ logs, logChange }) => Math.min(logs[0]!, logChange)));
  const gaps = betweenPanels(panels, total, moments).reduce((sum, { error }) => sum + error, 0);
  return Math.min(1, Math.max(Math.exp(log - total) + gaps, roundingError));
}

/** Between the outermost node of a panel and its end, over its width. */
const gap = (1 - rule.nodes.at(-1)!) / 2;
const [atLow, atHigh] = [interpolation(-1), interpolation(1)];

/** Where two panels meet: how far their polynomials are apart there, and what a corner in the gap about it may hide. */
interface Meeting {
  readonly panels: readonly [Panel, Panel];
  /** Over the integral. */
  readonly error: number;
}

/**
 * A corner beyond the outermost node of a panel is seen by none of its halves either; but there the polynomials of the panel and of the next
 * one, which goes on from the corner, do not meet: what was missed is a triangle of their distance and the gap.
 */
function betweenPanels(panels: readonly Panel[], total: number, moments: number): Meeting[] {
  const found: Meeting[] = [];
  let before: number | null = null;
  panels.forEach((panel, i) => {
    const next = panels[i + 1];
    const matters = panel.logs[0]! > total + negligible;
    const low = matters ? endOf(panel, atLow, total, moments) : 0;
    if (i > 0 && before !== null && isNextTo(panels[i - 1]!, panel)) {
      const width = Math.max(panels[i - 1]!.width, panel.width);
      found.push({ panels: [panels[i - 1]!, panel], error: 0.5 * gap * width * Math.abs(low - before) });
    }
    before = next === undefined ? null : matters ? endOf(panel, atHigh, total, moments) : 0;
  });
  return found;
}

function isNextTo(one: Panel, other: Panel): boolean {
  return Math.abs(one.low + one.width - other.low) < 1e-9 * (one.width + other.width);
}

/** The polynomial through the nodes of a panel at one of its ends, over the integral. */
function endOf({ rows }: Panel, weights: Float64Array, total: number, moments: number): number {
  let sum = 0;
  for (let r = 0; r < rows.length - moments; r++) {
    for (let i = 0; i < perPanel; i++) sum += weights[i]! * Math.exp(rows[r]![i]! - total);
  }
  return sum;
}

/** The panels on both sides of a gap that may hide something. */
function atGaps(panels: readonly Panel[], total: number, moments: number): Panel[] {
  const open = betweenPanels(panels, total, moments).filter(({ error }) => error > tolerance);
  return [...new Set(open.flatMap((meeting) => meeting.panels))].filter(({ depth }) => depth < deepest);
}

/** With it, which of the moments are infinite. */
export interface LineCubature extends Cubature {
  readonly diverges: readonly boolean[];
}

/** Places far out in the normal's tail, where nothing is left of an integral that has an end. */
const farTails = [30, 37] as const;

/** The same on both sides, beyond all panels that matter to the first integral. */
function tailsOf(panels: readonly Panel[]): [below: Tail, above: Tail] {
  const total = totalsOf(panels)[0]!;
  const mattering = panels.filter(({ logs }) => logs[0]! > total + negligible);
  const beyond = (end: number): Tail => {
    const times = Math.max(1, end / farTails[0]);
    return [times * farTails[0], times * farTails[1]];
  };
  const [near, far] = beyond(-(mattering[0]?.low ?? 0));
  return [[-near, -far], beyond(mattering.reduce((_, { low, width }) => low + width, 0))];
}

type Tail = readonly [near: number, far: number];

/** Whether an integrand does not fall any more far out, where it still matters: there is no end to its integral. */
function staysUp([low, nearLow, nearHigh, high]: Float64Array, total: number): boolean {
  const stays = (near: number, far: number) => far > total + farNegligible && far > near - 1;
  return stays(nearLow!, low!) || stays(nearHigh!, high!);
}

/** Far out, this much below the whole integral is nothing. */
const farNegligible = -40;

/** log of an integral up to the places far out. */
function within(panels: readonly Panel[], k: number, from: number, to: number): number {
  const near = panels.filter(({ low, width }) => low >= from && low + width <= to);
  return logSumExp(near.map(({ logs }) => logs[k]!));
}

function totalsOf(panels: readonly Panel[]): number[] {
  return panels[0]!.logs.map((_, k) => logSumExp(panels.map(({ logs }) => logs[k]!)));
}

/** Places of which none is a node: by the golden ratio, spread over all panels. */
function between(panels: readonly Panel[], count: number): Float64Array {
  const [first, last] = [panels[0]!, panels.at(-1)!];
  const [low, high] = [Math.max(first.low, -span), Math.min(last.low + last.width, span)];
  const width = high > low ? high - low : last.low + last.width - first.low;
  const start = high > low ? low : first.low;
  return Float64Array.from({ length: count }, (_, i) => start + (width * (i + ((i * golden) % 1))) / count);
}

const golden = 0.6180339887498949;

function hasEnds({ rows }: Panel): boolean {
  return rows.some(
    (row) => row.includes(Number.NEGATIVE_INFINITY) && row.some((log) => log > Number.NEGATIVE_INFINITY),
  );
}

function nothing(evaluations: number): LineCubature {
  const none = new Float64Array();
  return {
    places: [none],
    logWeights: none,
    log: Number.NEGATIVE_INFINITY,
    relativeError: 0,
    evaluations,
    diverges: [],
  };
}

/** Panels this far below the whole do not matter. */
const negligible = -32;

/** What lies between a node and an end of the integrand beside it may be this much below the whole. */
const negligibleEnd = -28;

/** A fall from a local maximum to the nodes beside it that leaves its peak unknown. */
const steep = 3;

/** How much higher than a parabola says a peak may be, over the fall to the nodes beside it: what is squared may bend. */
const bend = 0.5;

/**
 * The panels about local maxima whose peaks lie between the nodes, or the places of a look, and may matter, and those about ends of the
 * integrand, which two rules that miss them alike would not see.
 * @param ends where it ends for sure
 */
function unresolved(
  panels: readonly Panel[],
  looks: Look,
  totals: readonly number[],
  moments: number,
  ends: ReadonlySet<number>,
): Set<Panel> {
  const { places, owner, rows } = together(panels, looks);
  const found: { readonly panels: readonly Panel[]; readonly log: number; readonly integral: number }[] = [];
  rows.forEach((logs, row) => {
    const integral = Math.max(0, row - (rows.length - moments) + 1);
    for (let i = 0; i < logs.length - 1; i++) {
      const isEnd = (logs[i] === Number.NEGATIVE_INFINITY) !== (logs[i + 1] === Number.NEGATIVE_INFINITY);
      if (isEnd && integral === 0 && !(owner[i] !== owner[i + 1] && ends.has(owner[i + 1]!.low))) {
        const log = Math.max(logs[i]!, logs[i + 1]!) + Math.log(places[i + 1]! - places[i]!);
        found.push({ panels: [wider(owner[i]!, owner[i + 1]!)], log: log + negligible - negligibleEnd, integral });
      }
      // A flank may go on in a neighbour whose nodes are too far off to see it.
      const fall = Math.abs(logs[i]! - logs[i + 1]!);
      if (owner[i] === owner[i + 1] || !(fall > steep && fall < Number.POSITIVE_INFINITY)) continue;
      const log = Math.max(logs[i]!, logs[i + 1]!) + Math.log(places[i + 1]! - places[i]!);
      found.push({ panels: [wider(owner[i]!, owner[i + 1]!)], log, integral });
    }
    for (let i = 1; i < logs.length - 1; i++) {
      const [before, here, after] = [logs[i - 1]!, logs[i]!, logs[i + 1]!];
      if (!(here > Number.NEGATIVE_INFINITY && here >= before && here > after)) continue;
      const fall = here - lower(before, after, here);
      if (fall < steep) continue;
      const log = massUnderParabola([places[i - 1]!, places[i]!, places[i + 1]!], [before, here, after]);
      found.push({ panels: [owner[i - 1]!, owner[i]!, owner[i + 1]!], log: log + bend * fall, integral });
    }
  });
  const mattering = found.filter(({ log, integral }) => log > totals[integral]! + negligible);
  return new Set(mattering.flatMap((peak) => peak.panels).filter(canBeHalved));
}

/** Whether a panel's nodes can still be told apart. */
function canBeHalved({ low, width, depth }: Panel): boolean {
  return depth < deepest && width > finest * Math.abs(low);
}

const finest = 2 ** -44;

function wider(a: Panel, b: Panel): Panel {
  return a.width > b.width ? a : b;
}

/** The lower of two logarithms that are none of −Infinity, which is an end and not a fall. */
function lower(a: number, b: number, here: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b === Number.NEGATIVE_INFINITY ? here - outside : b;
  return b === Number.NEGATIVE_INFINITY ? a : Math.min(a, b);
}

/** The nodes of panels and the places of a look in their order. */
function together(panels: readonly Panel[], looks: Look) {
  const owner = panels.flatMap((panel) => Array.from(panel.places, () => panel));
  const places = joined(panels.map((panel) => panel.places));
  const rows = panels[0]!.rows.map((_, row) => joined(panels.map((panel) => panel.rows[row]!)));
  if (looks.places.length === 0) return { places, owner, rows };
  // Both in their order: a merge. What lies in no panel is left out.
  const count = places.length + looks.places.length;
  const all = new Float64Array(count);
  const source = new Int32Array(count);
  const whose: Panel[] = [];
  let [look, node] = [0, 0];
  for (const panel of panels) {
    const [last, end] = [node + perPanel, panel.low + panel.width];
    while (look < looks.places.length && looks.places[look]! < panel.low) look++;
    for (;;) {
      const [own, other] = [
        node < last ? places[node]! : Number.POSITIVE_INFINITY,
        look < looks.places.length && looks.places[look]! < end ? looks.places[look]! : Number.POSITIVE_INFINITY,
      ];
      const at = whose.length;
      if (own === Number.POSITIVE_INFINITY && other === Number.POSITIVE_INFINITY) break;
      all[at] = Math.min(own, other);
      source[at] = own <= other ? node++ : -1 - look++;
      whose.push(panel);
    }
  }
  const pick = (row: Float64Array, looked: Float64Array) =>
    Float64Array.from({ length: whose.length }, (_, i) =>
      source[i]! < 0 ? looked[-1 - source[i]!]! : row[source[i]!]!,
    );
  return {
    places: all.subarray(0, whose.length),
    owner: whose,
    rows: rows.map((row, r) => pick(row, looks.rows[r]!)),
  };
}

/** A stand-in for −Infinity in a parabola. */
const outside = 50;

/** log of the integral of exp of the parabola through three points. */
function massUnderParabola(
  [a, b, c]: readonly [number, number, number],
  logs: readonly [number, number, number],
): number {
  const fb = logs[1];
  const [fa, fc] = [logs[0], logs[2]].map((log) => (log === Number.NEGATIVE_INFINITY ? fb - outside : log)) as [
    number,
    number,
  ];
  const [left, right] = [(fb - fa) / (b - a), (fc - fb) / (c - b)];
  const curvature = (right - left) / (c - a);
  if (!(curvature < 0)) return fb;
  // The slope at b is that of the parabola: f(x) = fb + slope (x − b) + curvature (x − b)².
  const slope = left + curvature * (b - a);
  return fb - (slope * slope) / (4 * curvature) + 0.5 * Math.log(Math.PI / -curvature);
}
