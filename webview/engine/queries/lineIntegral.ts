import { gaussLegendre } from '../math/gaussLegendre';

/** Values at some places of a line: a density, and what is to be integrated against it. */
export interface LineValues {
  readonly density: Float64Array;
  /** Times the density it is integrated; where the density is 0 it does not matter. */
  readonly values: Float64Array;
  /** Standard error of the integrand at each place; null where there is none. */
  readonly errors: Float64Array | null;
}

export interface LineIntegral {
  readonly integral: number;
  /** ∫ of the density: 1, if nothing was missed. */
  readonly mass: number;
  /** Estimated error of the integral by the choice of places. */
  readonly error: number;
  /** Standard error of the integral from that of its values, as if all were wrong together; null where there is none. */
  readonly standardError: number | null;
  readonly places: number;
}

interface Panel {
  readonly low: number;
  readonly width: number;
  readonly depth: number;
  readonly integral: number;
  readonly mass: number;
  readonly error: number;
  readonly sampled: boolean;
}

const rule = gaussLegendre(8);
const perPanel = rule.nodes.length;
const tolerance = 1e-9;
const deepest = 40;
const placeLimit = 2 ** 14;
/** Panels across the bulk, and doubling ones on each side: the last is 2³⁰ times as far as the bulk is wide. */
const bulkPanels = 24;
const tailPanels = 30;

/**
 * ∫ values · density over the whole line by Gauss–Legendre panels that are halved until both halves agree with the whole.
 * @param bulk an interval that holds most of the density
 */
export function* lineIntegral(
  f: (places: Float64Array) => Generator<null, LineValues>,
  bulk: readonly [low: number, high: number],
): Generator<null, LineIntegral> {
  const [low, high] = bulk;
  const width = high - low;
  const cells: { low: number; width: number; depth: number }[] = [];
  const step = (3 * width) / bulkPanels;
  for (let i = 0; i < bulkPanels; i++) cells.push({ low: low - width + i * step, width: step, depth: 0 });
  for (let k = 0; k < tailPanels; k++) {
    const own = width * 2 ** k;
    cells.push({ low: high + own, width: own, depth: 0 }, { low: low - 2 * own, width: own, depth: 0 });
  }
  let places = cells.length * perPanel;
  let panels = yield* made(f, cells);
  const settled = new Set<Panel>();
  let error = 0;
  for (;;) {
    panels.sort((a, b) => a.low - b.low);
    const ends = besideNothing(panels);
    const open = panels.filter((panel) => panel.depth < deepest && (!settled.has(panel) || ends.has(panel)));
    if (open.length === 0 || places > placeLimit) break;
    const halves = yield* made(
      f,
      open.flatMap(({ low: from, width: own, depth }) => [
        { low: from, width: own / 2, depth: depth + 1 },
        { low: from + own / 2, width: own / 2, depth: depth + 1 },
      ]),
    );
    places += halves.length * perPanel;
    const split = new Set(open);
    const next = panels.filter((panel) => !split.has(panel));
    error = 0;
    for (const [i, whole] of open.entries()) {
      const pair = [halves[2 * i]!, halves[2 * i + 1]!] as const;
      const change =
        Math.abs(pair[0].integral + pair[1].integral - whole.integral) +
        Math.abs(pair[0].mass + pair[1].mass - whole.mass);
      error += change;
      // Values known by draws are not worth more places.
      if (!(change > tolerance) || whole.sampled) for (const half of pair) settled.add(half);
      next.push(...pair);
    }
    panels = next;
  }
  const sum = (of: (panel: Panel) => number) => panels.reduce((total, panel) => total + of(panel), 0);
  return {
    integral: sum((panel) => panel.integral),
    mass: sum((panel) => panel.mass),
    error,
    standardError: panels.some(({ sampled }) => sampled) ? sum((panel) => panel.error) : null,
    places,
  };
}

/** Panels in which nothing was found, beside others in which something was: the end of the support may lie between their nodes. */
function besideNothing(panels: readonly Panel[]): Set<Panel> {
  const found = new Set<Panel>();
  const matters = (panel: Panel | undefined) => panel !== undefined && panel.mass > tolerance;
  panels.forEach((panel, i) => {
    if (panel.mass === 0 && !panel.sampled && (matters(panels[i - 1]) || matters(panels[i + 1]))) found.add(panel);
  });
  return found;
}

function* made(
  f: (places: Float64Array) => Generator<null, LineValues>,
  cells: readonly { readonly low: number; readonly width: number; readonly depth: number }[],
): Generator<null, Panel[]> {
  const places = Float64Array.from({ length: cells.length * perPanel }, (_, i) => {
    const { low, width } = cells[Math.floor(i / perPanel)]!;
    return low + 0.5 * width * (1 + rule.nodes[i % perPanel]!);
  });
  const { density, values, errors } = yield* f(places);
  return cells.map((cell, c) => {
    let [integral, mass, error] = [0, 0, 0];
    for (let i = 0; i < perPanel; i++) {
      const at = c * perPanel + i;
      const weight = 0.5 * cell.width * rule.weights[i]! * density[at]!;
      if (!(weight > 0)) continue;
      mass += weight;
      integral += weight * values[at]!;
      error += weight * (errors?.[at] ?? 0);
    }
    return { ...cell, integral, mass, error, sampled: errors !== null };
  });
}
