import type {
  Bars,
  Choice,
  Component,
  Curve,
  Histogram,
  Method,
  Plane,
  PlaneComponent,
  Preview,
} from '../../src/engine/api/preview';

/** Plots worked out by hand from closed forms, for pictures and tests of the panel: no engine, no chance. */

export function choice(label: string, coordinate: number | null = null): Choice {
  return { variable: label.replace(/[[₀-₉].*$/, ''), index: null, coordinate, label };
}

export const sumMethod: Method = {
  name: 'sum',
  exact: true,
  badge: 'exact · sum over 3 states',
  sentence: 'All latent variables are discrete, so p(x) is the sum over the 3 states of z, exact up to rounding.',
  states: 3,
  nodes: 1,
  dimensions: 0,
  relativeError: 0,
};

export const drawsMethod: Method = {
  name: 'quasi-monte-carlo',
  exact: false,
  badge: '4,096 draws · ±0.8 %',
  sentence:
    'Five continuous latent dimensions are too many for a grid: p(x) is the mean of p(x | z) over 4,096 quasi-random draws of z, in 8 replicates that give the standard error.',
  states: 1,
  nodes: 4096,
  dimensions: 5,
  relativeError: 0.008,
};

export function normal(x: number, mean: number, sd: number): number {
  return Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
}

export function grid(low: number, high: number, points: number): Float64Array {
  return Float64Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
}

/** Numbers between 0 and 1 that look like chance and are the same every time: the fractional parts of multiples of √2. */
export function sequence(length: number, step = Math.SQRT2): number[] {
  return Array.from({ length }, (_, i) => (i * step + (i * i * 0.618) / length) % 1);
}

export interface Bump {
  readonly label: string;
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

export const bumps: readonly Bump[] = [
  { label: 'blue', weight: 0.3, mean: -2, sd: 0.5 },
  { label: 'orange', weight: 0.5, mean: 0.5, sd: 1 },
  { label: 'green', weight: 0.2, mean: 3, sd: 0.7 },
];

/** A mixture of normals over [low, high] with a histogram that wavers about it. */
export function mixture(
  parts: readonly Bump[],
  low = -5,
  high = 5.6,
  data: readonly number[] = [],
  points = 120,
): Curve {
  const x = grid(low, high, points);
  const items = parts.map(
    ({ label, weight, mean, sd }, colour): Component => ({
      label,
      values: [colour + 1],
      weight,
      colour,
      density: x.map((at) => weight * normal(at, mean, sd)),
    }),
  );
  const density = x.map((_, i) => items.reduce((sum, item) => sum + (item.density[i] ?? 0), 0));
  return {
    kind: 'curve',
    choice: choice('x'),
    x,
    density,
    logDensity: density.map(Math.log),
    standardError: null,
    components: { kind: 'categories', items, total: items.length, of: 'z', scale: 1 },
    histogram: histogram(x, density, 60),
    massInside: 0.998,
    data: Float64Array.from(data),
  };
}

/** Bins whose heights waver about a density by up to a fifth, always the same way. */
export function histogram(x: Float64Array, density: Float64Array, bins: number): Histogram {
  const low = x[0] ?? 0;
  const high = x[x.length - 1] ?? 1;
  const waver = sequence(bins);
  return {
    edges: grid(low, high, bins + 1),
    density: Float64Array.from({ length: bins }, (_, bin) => {
      const at = Math.round(((bin + 0.5) / bins) * (x.length - 1));
      return (density[at] ?? 0) * (0.8 + 0.4 * (waver[bin] ?? 0));
    }),
    samples: 2000,
  };
}

export function threeBumps(points = 120): Curve {
  const data = sequence(120).map((u, i) => {
    const { mean, sd } = bumps[i % 3] ?? { mean: 0, sd: 1 };
    return mean + sd * (u - 0.5) * 3.4;
  });
  return mixture(bumps, -5, 5.6, data, points);
}

/** A marginal with a standard error and a few of infinitely many components. */
export function infiniteMixture(): Curve {
  const x = grid(-4, 4, 100);
  const items = Array.from({ length: 24 }, (_, k): Component => {
    const z = -2.3 + (4.6 * k) / 23;
    return {
      label: z.toFixed(2),
      values: [z],
      weight: 1 / 24,
      colour: null,
      density: x.map((at) => 0.3 * normal(at, Math.sin(1.6 * z) * 1.8, 0.25 + 0.2 * z * z)),
    };
  });
  const density = x.map((_, i) => items.reduce((sum, item) => sum + (item.density[i] ?? 0), 0) / 24 / 0.3);
  return {
    kind: 'curve',
    choice: choice('x'),
    x,
    density,
    logDensity: density.map(Math.log),
    standardError: density.map((value) => 0.012 + value * 0.03),
    components: { kind: 'draws', items, total: Number.POSITIVE_INFINITY, of: 'z', scale: 0.3 },
    histogram: histogram(x, density, 50),
    massInside: 0.985,
    data: new Float64Array(0),
  };
}

/** The prior of a discrete variable. */
export function categories(labels: readonly string[], probability: readonly number[], coloured = true): Bars {
  return {
    kind: 'bars',
    choice: choice('z'),
    values: Float64Array.from(labels, (_, i) => i + 1),
    labels,
    probability: Float64Array.from(probability),
    standardError: null,
    components: { kind: 'none', items: [], total: 0, of: '', scale: 1 },
    samples: null,
    coloured,
    massInside: 1,
    data: new Float64Array(0),
  };
}

export function bumpPrior(): Bars {
  return categories(
    bumps.map(({ label }) => label),
    bumps.map(({ weight }) => weight),
  );
}

export function thousandCategories(): Bars {
  const raw = sequence(1000).map((u, i) => 0.2 + u + 2 * normal(i, 300, 120) * 120);
  const total = raw.reduce((sum, value) => sum + value, 0);
  return categories(
    raw.map((_, i) => String(i + 1)),
    raw.map((value) => value / total),
    false,
  );
}

/** Two Poisson distributions mixed: counts as stacked bars. */
export function counts(): Bars {
  const values = Float64Array.from({ length: 21 }, (_, i) => i);
  const part = (label: string, weight: number, rate: number, colour: number): Component => {
    let mass = Math.exp(-rate);
    return {
      label,
      values: [colour + 1],
      weight,
      colour,
      density: values.map((value) => {
        if (value > 0) mass *= rate / value;
        return weight * mass;
      }),
    };
  };
  const items = [part('slow', 0.6, 2, 0), part('fast', 0.4, 9, 1)];
  const probability = values.map((_, i) => items.reduce((sum, item) => sum + (item.density[i] ?? 0), 0));
  const waver = sequence(21);
  return {
    kind: 'bars',
    choice: choice('x'),
    values,
    labels: Array.from(values, String),
    probability,
    standardError: null,
    components: { kind: 'categories', items, total: 2, of: 'k', scale: 1 },
    samples: probability.map((value, i) => value * (0.85 + 0.3 * (waver[i] ?? 0))),
    coloured: false,
    massInside: 0.9995,
    data: new Float64Array(0),
  };
}

/** The prior of a continuous latent variable. */
export function normalPrior(): Curve {
  const x = grid(-4, 4, 101);
  const density = x.map((at) => normal(at, 0, 1));
  return {
    kind: 'curve',
    choice: choice('z'),
    x,
    density,
    logDensity: density.map(Math.log),
    standardError: null,
    components: { kind: 'none', items: [], total: 0, of: '', scale: 1 },
    histogram: null,
    massInside: 0.9999,
    data: new Float64Array(0),
  };
}

/** A pair: two blobs, one tilted. */
export function twoBlobs(name = 'x', cells = 96): Plane {
  const x = grid(-3, 3, cells);
  const y = grid(-2.5, 2.5, cells);
  const density = new Float64Array(cells * cells);
  const at = (a: number, b: number): number =>
    0.55 * normal(a, -1 + 0.5 * b, 0.45) * normal(b, 0.4, 0.8) + 0.45 * normal(a, 1.2, 0.5) * normal(b, -0.7, 0.4);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) density[row * cells + column] = at(x[column] ?? 0, y[row] ?? 0);
  }
  const u = sequence(240);
  const v = sequence(240, Math.E);
  const samples = u.flatMap((value, i) => {
    const b = i % 2 === 0 ? 0.4 + ((v[i] ?? 0) - 0.5) * 2.6 : -0.7 + ((v[i] ?? 0) - 0.5) * 1.4;
    const a = i % 2 === 0 ? -1 + 0.5 * b + (value - 0.5) * 1.5 : 1.2 + (value - 0.5) * 1.7;
    return [a, b];
  });
  return {
    kind: 'plane',
    choice: choice(name),
    x,
    y,
    density,
    components: {
      total: 2,
      of: 'z',
      items: [
        // The first coordinate leans on the second by half: 0.45² + (0.5 · 0.8)².
        component('1', 0.55, 0, [-0.8, 0.4], [0.3625, 0.32, 0.64]),
        component('2', 0.45, 1, [1.2, -0.7], [0.25, 0, 0.16]),
      ],
    },
    samples: Float64Array.from(samples),
    massInside: 0.991,
  };
}

function component(
  label: string,
  weight: number,
  colour: number,
  mean: PlaneComponent['mean'],
  covariance: PlaneComponent['covariance'],
): PlaneComponent {
  return { label, values: [Number(label)], weight, colour, mean, covariance, conditional: true };
}

export function preview(parts: Partial<Preview> = {}): Preview {
  return {
    kind: 'preview',
    generation: 1,
    final: true,
    method: sumMethod,
    backend: 'wasm',
    milliseconds: 0.08,
    reused: false,
    observed: threeBumps(512),
    prior: bumpPrior(),
    posterior: null,
    asides: [],
    observedChoices: [choice('x')],
    latentChoices: [choice('z')],
    notices: [],
    ...parts,
  };
}
