import { gaussLegendre } from '../math/gaussLegendre';
import { type Cubature, cubatureTolerance, type LogIntegrand, logNormalDensity, placeLimit } from './cubature';
import { joined } from './joined';
import { logSumExp } from './logSum';

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
  /** log of the panel's integral. */
  readonly log: number;
}

const rule = gaussLegendre(8);
const perPanel = rule.nodes.length;
/** Where the first panels lie: beyond it is less than 2e-23 of the standard normal. */
const span = 10;
const firstPanels = 40;
/** Panels where the first found nothing. */
const finePanels = 8192;
/** How far panels go where the integral lies at the end of the first ones. */
const furthest = 640;
const deepest = 40;

/**
 * An integral over one standard normal by Gauss–Legendre panels that are halved until both halves agree with the whole. Peaks that
 * lie between the nodes are looked for by their flanks: through every local maximum of the logarithm goes a parabola, which says how
 * much may lie there.
 * @param resolution panels are halved until none has more than this share of the integral
 * @param limit places, about, at which it is left as it is
 */
export function* adaptiveLine(f: LogIntegrand, resolution: number, limit = placeLimit): Generator<null, Cubature> {
  let evaluations = 0;
  function* made(cells: readonly { low: number; width: number; depth: number }[]): Generator<null, Panel[]> {
    const places = Float64Array.from({ length: cells.length * perPanel }, (_, i) => {
      const { low, width } = cells[Math.floor(i / perPanel)]!;
      return low + 0.5 * width * (1 + rule.nodes[i % perPanel]!);
    });
    evaluations += places.length;
    const values = yield* f([places]);
    const normal = logNormalDensity([places]);
    return cells.map((cell, c) => {
      const [start, end] = [c * perPanel, (c + 1) * perPanel];
      const rows = values.map((row) => row.slice(start, end).map((log, i) => log + normal[start + i]!));
      const logs = rule.weights.map((weight) => Math.log(0.5 * cell.width * weight));
      return {
        ...cell,
        places: places.slice(start, end),
        rows,
        logWeights: Float64Array.from(logs, (log, i) => log + normal[start + i]!),
        log: logSumExp(rows.flatMap((row) => Array.from(row, (value, i) => value + logs[i]!))),
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
    const best = heaviest(panels);
    const [first, last] = [best === 0, best === panels.length - 1];
    if (best < 0 || !(first || last)) break;
    const more = yield* made(first ? even(-2 * end, -end, firstPanels) : even(end, 2 * end, firstPanels));
    panels = first ? [...more, ...panels] : [...panels, ...more];
  }
  // Where nothing was found, once more with finer panels: the integrand may be 0 outside of a short interval.
  if (heaviest(panels) < 0) {
    const fine = yield* made(even(-span, span, finePanels));
    const some = (panel: Panel | undefined) => panel !== undefined && panel.log > Number.NEGATIVE_INFINITY;
    panels = fine.filter((panel, i) => some(panel) || some(fine[i - 1]) || some(fine[i + 1]));
  }
  if (panels.length === 0) return nothing(evaluations);

  const settled = new Set<Panel>();
  let relativeError = 0;
  for (;;) {
    const total = logSumExp(panels.map(({ log }) => log));
    const peaks = unresolved(panels, total);
    const ends = besideNothing(panels, total);
    const split = panels.filter(
      (panel) =>
        panel.depth < deepest &&
        (peaks.has(panel) ||
          ends.has(panel) ||
          (panel.log > total + negligible && (!settled.has(panel) || panel.log > total + Math.log(resolution)))),
    );
    if (split.length === 0 || evaluations > limit) break;
    const halves = yield* made(
      split.flatMap(({ low, width, depth }) => [
        { low, width: width / 2, depth: depth + 1 },
        { low: low + width / 2, width: width / 2, depth: depth + 1 },
      ]),
    );
    relativeError = 0;
    const next: Panel[] = [];
    const byPanel = new Map(split.map((panel, i) => [panel, i]));
    const after = Math.max(total, logSumExp(halves.map(({ log }) => log)));
    for (const panel of panels) {
      const i = byPanel.get(panel);
      if (i === undefined) {
        next.push(panel);
        continue;
      }
      const pair = [halves[2 * i]!, halves[2 * i + 1]!];
      const now = Math.exp(logSumExp(pair.map(({ log }) => log)) - after);
      const change = Math.abs(now - Math.exp(panel.log - after));
      relativeError += change;
      const fine = change <= cubatureTolerance / 16 || isRounding(pair);
      if (fine) for (const half of pair) settled.add(half);
      next.push(...pair);
    }
    panels = next;
  }
  return {
    places: [joined(panels.map(({ places }) => places))],
    logWeights: joined(panels.map(({ logWeights }) => logWeights)),
    log: logSumExp(panels.map(({ log }) => log)),
    relativeError,
    evaluations,
  };
}

function nothing(evaluations: number): Cubature {
  const none = new Float64Array();
  return { places: [none], logWeights: none, log: Number.NEGATIVE_INFINITY, relativeError: 0, evaluations };
}

/** Panels this far below the whole do not matter. */
const negligible = -32;

/** Between nodes where the logarithm hardly moves, halves and whole differ by rounding. */
function isRounding(panels: readonly Panel[]): boolean {
  return panels.every(({ rows }) =>
    rows.every((row) => {
      const [low, high] = [Math.min(...row), Math.max(...row)];
      return high === Number.NEGATIVE_INFINITY || high - low < 0.02;
    }),
  );
}

/** Panels in which nothing was found, beside others that matter: an end of the integrand may lie between their nodes. */
function besideNothing(panels: readonly Panel[], total: number): Set<Panel> {
  const found = new Set<Panel>();
  const matters = (panel: Panel | undefined) => panel !== undefined && panel.log > total + negligible;
  panels.forEach((panel, i) => {
    const nothing = panel.log === Number.NEGATIVE_INFINITY && panel.width > finest;
    if (nothing && (matters(panels[i - 1]) || matters(panels[i + 1]))) found.add(panel);
  });
  return found;
}

/** Narrower panels are beyond single precision. */
const finest = 1e-8;

function heaviest(panels: readonly Panel[]): number {
  let best = -1;
  panels.forEach(({ log }, i) => {
    if (log > (panels[best]?.log ?? Number.NEGATIVE_INFINITY)) best = i;
  });
  return best;
}

/** A fall from a local maximum to the nodes beside it that leaves its peak unknown. */
const steep = 3;

/** The panels about local maxima whose peaks lie between the nodes and may matter. */
function unresolved(panels: readonly Panel[], total: number): Set<Panel> {
  const found: { readonly panels: readonly Panel[]; readonly log: number }[] = [];
  const owner = panels.flatMap((panel) => Array.from(panel.places, () => panel));
  const places = joined(panels.map((panel) => panel.places));
  for (let row = 0; row < panels[0]!.rows.length; row++) {
    const logs = joined(panels.map((panel) => panel.rows[row]!));
    for (let i = 1; i < logs.length - 1; i++) {
      const [before, here, after] = [logs[i - 1]!, logs[i]!, logs[i + 1]!];
      if (!(here > Number.NEGATIVE_INFINITY && here >= before && here > after)) continue;
      if (here - Math.min(before, after) < steep) continue;
      const log = massUnderParabola([places[i - 1]!, places[i]!, places[i + 1]!], [before, here, after]);
      // Single precision knows large logarithms by a few digits only.
      const doubt = Math.min(here - Math.min(before, after), 1e12) * 1e-5;
      found.push({ panels: [owner[i - 1]!, owner[i]!, owner[i + 1]!], log: log + doubt });
    }
  }
  const best = found.reduce((most, { log }) => Math.max(most, log), total);
  return new Set(found.filter(({ log }) => log > best + negligible).flatMap((peak) => peak.panels));
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
