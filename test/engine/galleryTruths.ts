/**
 * The marginals of the gallery's new models by other means than the engine's: closed forms, sums by hand, and integrals on plain
 * grids in double precision.
 */
export interface Truth {
  readonly file: string;
  /** What to look at, by the label of the panel's menu. */
  readonly label: string;
  /** For a plane at x = (a, b), otherwise at a. */
  readonly density: (a: number, b: number) => number;
}

const normal = (x: number, mean: number, sd: number) =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));

/** A function on an even grid, to be integrated by the trapezoidal rule: nothing is left at its ends. */
interface Grid {
  readonly points: readonly number[];
  readonly step: number;
}

function grid(low: number, high: number, count: number): Grid {
  const step = (high - low) / (count - 1);
  return { points: Array.from({ length: count }, (_, i) => low + i * step), step };
}

/** The densities of the elements of a Markov chain on a grid: each from the one before. */
function chain({ points, step }: Grid, start: number[], mean: (x: number) => number, sd: number, steps: number) {
  let density = start;
  for (let t = 0; t < steps; t++) {
    const before = density;
    density = points.map((x) => before.reduce((sum, p, i) => sum + p * step * normal(x, mean(points[i]!), sd), 0));
  }
  return density;
}

const wave = (z: number) => 2 * Math.sin(1.5 * z);
const waves = grid(-7.5, 7.5, 601);
const third = chain(
  waves,
  waves.points.map((z) => normal(z, 0, 1.5)),
  wave,
  0.3,
  2,
);

const pull = (x: number) => Math.tanh(2 * x);
const pulls = grid(-3.5, 3.5, 401);
const fifth = chain(
  pulls,
  pulls.points.map((x) => normal(x, 0, 0.5)),
  pull,
  0.3,
  4,
);

const poisson = (x: number, rate: number) => {
  let mass = Math.exp(-rate);
  for (let k = 1; k <= x; k++) mass *= rate / k;
  return mass;
};

/** How likely it is sunny on the seventh day. */
const seventhSunny = Array.from({ length: 6 }).reduce<number>((sunny) => 0.8 * sunny + 0.3 * (1 - sunny), 0.05);
const degrees = (x: number, sunny: number) => sunny * normal(x, 24, 2.5) + (1 - sunny) * normal(x, 15, 2.5);

const turns = grid(0, Math.PI, 2001);
const seeds = Array.from({ length: 1000 }, (_, i) => {
  const turn = Math.sqrt(i + 1);
  return [0.1 * turn * Math.cos(0.5 * turn), 0.1 * turn * Math.sin(0.5 * turn)] as const;
});

export const truths: readonly Truth[] = [
  {
    file: 'zero-inflated-counts.lvm',
    label: 'count',
    density: (x) => 0.7 * poisson(x, 5) + (x === 0 ? 0.3 : 0),
  },
  {
    file: 'sprinkler-network.lvm',
    label: 'wet',
    density(x) {
      const wet = 0.2 * 0.01 * 0.99 + 0.2 * 0.99 * 0.8 + 0.8 * 0.4 * 0.9;
      return x === 1 ? wet : 1 - wet;
    },
  },
  {
    file: 'thousand-classes.lvm',
    label: 'x',
    density: (a, b) => seeds.reduce((sum, [u, v]) => sum + 1e-3 * normal(a, u, 0.1) * normal(b, v, 0.1), 0),
  },
  {
    file: 'two-moons.lvm',
    label: 'x',
    density(a, b) {
      const { points, step } = turns;
      const terms = points.map((t, i) => {
        const upper = normal(a, Math.cos(t), 0.1) * normal(b, Math.sin(t), 0.1);
        const lower = normal(a, 1 - Math.cos(t), 0.1) * normal(b, 0.5 - Math.sin(t), 0.1);
        return (i === 0 || i === points.length - 1 ? 0.5 : 1) * (0.6 * upper + 0.4 * lower);
      });
      return (step / Math.PI) * terms.reduce((sum, term) => sum + term, 0);
    },
  },
  {
    file: 'probabilistic-pca.lvm',
    label: 'x',
    density(a, b) {
      // W Wᵀ + 0.09 I, W = (1.5, 0.8)
      const [p, q, r] = [2.25 + 0.09, 1.2, 0.64 + 0.09];
      const [u, v] = [a - 1, b];
      const determinant = p * r - q * q;
      const form = (r * u * u - 2 * q * u * v + p * v * v) / determinant;
      return Math.exp(-0.5 * form) / (2 * Math.PI * Math.sqrt(determinant));
    },
  },
  { file: 'hidden-markov-weather.lvm', label: 'degrees[1]', density: (x) => degrees(x, 0.05) },
  { file: 'hidden-markov-weather.lvm', label: 'degrees[7]', density: (x) => degrees(x, seventhSunny) },
  {
    file: 'autoregressive-prior.lvm',
    label: 'x',
    // z[4] lies between z[3] and x₂, and both of its steps are normal.
    density: (a, b) =>
      third.reduce((sum, p, i) => {
        const z = waves.points[i]!;
        return sum + p * waves.step * normal(a, z, 0.1) * normal(b, wave(z), Math.hypot(0.3, 0.1));
      }, 0),
  },
  { file: 'autoregressive-baseline.lvm', label: 'x[1]', density: (x) => normal(x, 0, 0.5) },
  {
    file: 'autoregressive-baseline.lvm',
    label: 'x[6]',
    density: (x) => fifth.reduce((sum, p, i) => sum + p * pulls.step * normal(x, pull(pulls.points[i]!), 0.3), 0),
  },
];
