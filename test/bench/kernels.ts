import {
  add,
  cast,
  div,
  gather,
  greaterEqual,
  mul,
  randomNormal,
  randomUniform,
  reshape,
  setBackend,
  slice,
  softplus,
  sum,
  type Tensor,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { composedDenseLayers, type DenseLayer, denseLayers } from '../../webview/engine/kernels/denseLayers';
import { composedForwardChain, forwardChain } from '../../webview/engine/kernels/forwardChain';
import { type Kernels, kernels } from '../../webview/engine/kernels/kernels';
import { composedMixtureLogDensity, mixtureLogDensity } from '../../webview/engine/kernels/mixtureLogDensity';
import { mixtureSamples } from '../../webview/engine/kernels/mixtureSamples';
import { putNormalTerms, putPlaneTerms } from '../../webview/engine/kernels/normalTerms';
import { composedPlaneLogDensity, planeLogDensity } from '../../webview/engine/kernels/planeLogDensity';
import { loadedBackends } from './engine';
import { libraries, Rival } from './rival';
import { median } from './statistics';

/** One computation in all the ways that are compared. */
interface Case {
  readonly name: string;
  /** Its name in rivals/kernels.py. */
  readonly rival: string;
  /** By operations of TensorFlow.js, on its WebAssembly backend. */
  readonly composed: () => void;
  /** Through our kernel as an operation of TensorFlow.js. */
  readonly ours: () => void;
  /** The functions of the WebAssembly module alone, on numbers that lie in its memory. */
  readonly bare: (fused: Kernels) => () => void;
}

export interface Comparison {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Milliseconds of each contestant in each round, and rounds. */
const budget = 120;
const rounds = 7;

/** Medians of every case, the contestants taking turns. */
export async function compareKernels(): Promise<Comparison> {
  await loadedBackends();
  const fused = kernels();
  if (fused === null) throw new Error('There is no WebAssembly SIMD here.');
  const rival = await Rival.start();
  const rows: string[][] = [];
  try {
    for (const make of [() => mixture(512), () => mixture(1_000_000), decoder, plane, samples, chain]) {
      const row = await compare(make, fused, rival);
      rows.push(row);
    }
  } finally {
    rival?.stop();
  }
  const against = rival === null ? 'no Python with NumPy here' : rival.description;
  return {
    title: `Kernels, medians in milliseconds; against ${against}, one thread each`,
    head: [
      'what',
      'composed, wasm',
      'ours, cpu',
      'ours, wasm',
      'bare loop',
      'NumPy',
      'PyTorch',
      'ours / bare',
      'ours / best of Python',
    ],
    rows,
  };
}

async function compare(make: () => Case, fused: Kernels, rival: Rival | null): Promise<string[]> {
  const times = new Map<string, number[]>();
  const note = (who: string, more: readonly number[]) => times.set(who, [...(times.get(who) ?? []), ...more]);
  const cases = new Map<string, Case>();
  for (const backend of ['cpu', 'wasm'] as const) {
    await setBackend(backend);
    cases.set(backend, make());
  }
  const { name, rival: rivalName } = cases.get('cpu')!;
  for (let round = 0; round < rounds; round++) {
    for (const [backend, each] of cases) {
      await setBackend(backend);
      // On the plain backend the composed operations take seconds.
      if (backend === 'wasm' && round < 3) note('composed', timesOf(each.composed, budget));
      note(`ours, ${backend}`, timesOf(each.ours, budget));
    }
    note('bare', timesOf(cases.get('cpu')!.bare(fused), budget));
    for (const library of rival?.available ?? []) note(library, await rival!.measure(rivalName, library, budget));
  }
  const medianOf = (who: string) => median(times.get(who) ?? []);
  const best = Math.min(...libraries.map(medianOf).filter((value) => !Number.isNaN(value)));
  const ours = Math.min(medianOf('ours, cpu'), medianOf('ours, wasm'));
  const columns = ['composed', 'ours, cpu', 'ours, wasm', 'bare', ...libraries].map(medianOf);
  const shown = (value: number) => (Number.isFinite(value) ? value.toPrecision(3) : '–');
  return [name, ...columns.map(shown), shown(ours / medianOf('bare')), shown(ours / best)];
}

/** As many calls as fit into the budget, at least two, after as many for warming up in the first fifth of it. */
function timesOf(call: () => void, milliseconds: number): number[] {
  const times: number[] = [];
  const start = performance.now();
  do call();
  while (performance.now() - start < milliseconds / 5);
  const end = performance.now() + milliseconds;
  while (times.length < 2 || performance.now() < end) {
    const before = performance.now();
    call();
    times.push(performance.now() - before);
  }
  return times;
}

const read = (compute: () => Tensor) => () => {
  tidy(() => {
    compute().dataSync();
    return [];
  });
};

function mixture(points: number): Case {
  const components = 3;
  const numbers = {
    x: Float32Array.from({ length: points }, (_, i) => -5 + (11 * i) / (points - 1)),
    mean: Float32Array.from({ length: components }, (_, k) => 3 * Math.sin(1 + k)),
    sd: Float32Array.from({ length: components }, (_, k) => 0.5 + 0.3 * Math.cos(k)),
    logWeight: new Float32Array(components).fill(-Math.log(components)),
  };
  const x = tensor1d(numbers.x);
  const of = { mean: tensor1d(numbers.mean), sd: tensor1d(numbers.sd), logWeight: tensor1d(numbers.logWeight) };
  return {
    name: `mixture of 3 at ${points.toLocaleString('en')} points`,
    rival: `mixture-${points}`,
    composed: read(() => composedMixtureLogDensity(x, of)),
    ours: read(() => mixtureLogDensity(x, of)),
    bare: (fused) => {
      fused.reset();
      const at = fused.put(numbers.x);
      const nodes = { mean: numbers.mean, sd: numbers.sd, logWeights: numbers.logWeight };
      const terms = putNormalTerms(fused, nodes, 0, components);
      const [maxima, sums] = [fused.room(4 * points), fused.room(4 * points)];
      return () => bareDensity(fused, at, points, terms, maxima, sums);
    },
  };
}

/** In blocks that stay in the nearest caches. */
function bareDensity(
  fused: Kernels,
  x: number,
  points: number,
  terms: ReturnType<typeof putNormalTerms>,
  maxima: number,
  sums: number,
): void {
  const block = 16_384;
  for (let first = 0; first < points; first += block) {
    const [count, skip] = [Math.min(block, points - first), 4 * first];
    const { mean, scale, offset } = terms;
    fused.run.normalSums(x + skip, count, mean, scale, offset, terms.count, maxima + skip, sums + skip);
    fused.run.logOfSums(x + skip, count, maxima + skip, sums + skip, terms.base * Math.LN2, sums + skip);
  }
}

const sizes = [2, 32, 32, 2];

function network(draws: number) {
  const numbers = {
    z: randomNormal([draws, 2], 0, 1, 'float32', 1).dataSync() as Float32Array,
    layers: sizes.slice(1).map((units, i) => ({
      inputs: sizes[i]!,
      units,
      kernel: randomNormal(
        [sizes[i]!, units],
        0,
        1 / Math.sqrt(sizes[i]!),
        'float32',
        2 + i,
      ).dataSync() as Float32Array,
      bias: randomNormal([units], 0, 0.1, 'float32', 9 + i).dataSync() as Float32Array,
      activation: i < 2 ? ('tanh' as const) : ('linear' as const),
    })),
  };
  const layers: DenseLayer[] = numbers.layers.map(({ kernel, bias, inputs, units, activation }) => ({
    kernel: tensor2d(kernel, [inputs, units]),
    bias: tensor1d(bias),
    activation,
  }));
  return { numbers, z: tensor2d(numbers.z, [draws, 2]), layers };
}

/** The layers on numbers in the kernels' memory: two columns of four are used. */
function bareNetwork(fused: Kernels, draws: number, { numbers }: ReturnType<typeof network>) {
  const z = fused.put(numbers.z);
  const layers = numbers.layers.map(({ inputs, units, kernel, bias, activation }) => {
    const padded = (units + 3) & ~3;
    const wide = new Float32Array(inputs * padded);
    kernel.forEach((value, i) => {
      wide[Math.floor(i / units) * padded + (i % units)] = value;
    });
    const code = activation === 'tanh' ? 1 : 0;
    return { inputs, units: padded, kernel: fused.put(wide), bias: fused.put(bias, padded), code };
  });
  const rows = 512;
  const [first, second] = [fused.room(4 * rows * 32), fused.room(4 * rows * 32)];
  const out = fused.room(4 * draws * 4);
  const run = () => {
    for (let row = 0; row < draws; row += rows) {
      const count = Math.min(rows, draws - row);
      const [a, b, c] = layers as [Placed, Placed, Placed];
      fused.run.dense(z + 8 * row, count, a.inputs, a.kernel, a.bias, a.units, a.code, first);
      fused.run.dense(first, count, b.inputs, b.kernel, b.bias, b.units, b.code, second);
      fused.run.dense(second, count, c.inputs, c.kernel, c.bias, c.units, c.code, out + 16 * row);
    }
  };
  return { out, run };
}

interface Placed {
  readonly inputs: number;
  readonly units: number;
  readonly kernel: number;
  readonly bias: number;
  readonly code: number;
}

const column = (value: Tensor, j: number, draws: number) => reshape(slice(value, [0, j], [draws, 1]), [draws]);

function decoder(): Case {
  const [points, draws] = [256, 4096];
  const given = network(draws);
  const xs = Float32Array.from({ length: points }, (_, i) => -3 + (6 * i) / (points - 1));
  const x = tensor1d(xs);
  const logWeight = tensor1d(new Float32Array(draws).fill(-Math.log(draws)));
  const density = (dense: typeof denseLayers, f: typeof mixtureLogDensity) =>
    read(() => {
      const out = dense(given.z, given.layers);
      return f(x, { mean: column(out, 0, draws), sd: add(softplus(column(out, 1, draws)), 0.05), logWeight });
    });
  return {
    name: 'decoder 2→32→32→2, 256 points × 4,096 draws',
    rival: 'decoder',
    composed: density(composedDenseLayers, composedMixtureLogDensity),
    ours: density(denseLayers, mixtureLogDensity),
    bare: (fused) => {
      fused.reset();
      const decode = bareNetwork(fused, draws, given);
      const at = fused.put(xs);
      const places = { mean: fused.room(4 * draws), scale: fused.room(4 * draws), offset: fused.room(4 * draws) };
      const [maxima, sums] = [fused.room(4 * points), fused.room(4 * points)];
      return () => {
        decode.run();
        const out = fused.floats(decode.out, 4 * draws);
        const [means, scales, offsets] = [places.mean, places.scale, places.offset].map((place) =>
          fused.floats(place, draws),
        ) as [Float32Array, Float32Array, Float32Array];
        for (let n = 0; n < draws; n++) {
          const sd = 0.05 + Math.log1p(Math.exp(out[4 * n + 1]!));
          means[n] = out[4 * n]!;
          scales[n] = 0.849322 / sd;
          // Below the largest that there can be, for a standard deviation of 0.05.
          offsets[n] = -Math.log2(sd) - 4.4;
        }
        bareDensity(fused, at, points, { ...places, count: draws, base: 0 }, maxima, sums);
      };
    },
  };
}

function plane(): Case {
  const [side, draws, sd] = [128, 2048, 0.2];
  const given = network(draws);
  const axis = Float32Array.from({ length: side }, (_, i) => -3 + (6 * i) / (side - 1));
  const x = tensor1d(axis);
  const logWeight = tensor1d(new Float32Array(draws).fill(-Math.log(draws)));
  const widths = tensor2d(new Float32Array(2 * draws).fill(sd), [draws, 2]);
  const density = (dense: typeof denseLayers, f: typeof planeLogDensity) =>
    // As deep as a picture can show; NumPy and PyTorch have −∞ below that.
    read(() => f(x, x, { mean: dense(given.z, given.layers), sd: widths, logWeight }, 50));
  return {
    name: 'decoder 2→32→32→2, grid of 128 × 128, 2,048 draws',
    rival: 'plane',
    composed: density(composedDenseLayers, composedPlaneLogDensity),
    ours: density(denseLayers, planeLogDensity),
    bare: (fused) => {
      fused.reset();
      const decode = bareNetwork(fused, draws, given);
      const at = fused.put(axis);
      const one = new Float32Array(1).fill(sd);
      const zero = new Float32Array(draws);
      const nodes = { meanX: zero, sdX: one, meanY: zero, sdY: one, logWeights: zero };
      const terms = putPlaneTerms(fused, nodes, 0, draws);
      const scratch = fused.room(4 * 32 * 2 * side);
      const [out, nothing] = [fused.room(4 * side * side), fused.room(4 * side * side)];
      fused.floats(nothing, side * side).fill(0);
      return () => {
        decode.run();
        const drawn = fused.floats(decode.out, 4 * draws);
        const [mx, my] = [fused.floats(terms.meanX, draws), fused.floats(terms.meanY, draws)];
        for (let n = 0; n < draws; n++) {
          mx[n] = drawn[4 * n]!;
          my[n] = drawn[4 * n + 1]!;
        }
        const { meanX, scaleX, meanY, scaleY, offset } = terms;
        fused.floats(out, side * side).fill(0);
        fused.run.planeSums(at, side, at, side, meanX, scaleX, meanY, scaleY, offset, draws, scratch, out);
        fused.run.logOfSums(out, side * side, nothing, out, terms.base, out);
      };
    },
  };
}

function samples(): Case {
  const count = 1_000_000;
  const of = { weight: tensor1d([0.3, 0.5, 0.2]), mean: tensor1d([-2, 0.5, 3]), sd: tensor1d([0.5, 1, 0.7]) };
  return {
    name: '1,000,000 samples of a mixture of 3',
    rival: 'samples',
    composed: read(() => composedSamples(of, count)),
    ours: () => {
      tidy(() => {
        const { draws, components } = mixtureSamples(of, count, 1);
        draws.dataSync();
        components.dataSync();
        return [];
      });
    },
    bare: (fused) => {
      fused.reset();
      const block = 16_384;
      const [state, threshold, alias] = [fused.room(64), fused.room(16), fused.room(16)];
      fused.run.seedWords(state, 1);
      fused.integers(threshold, 3).set([-1, 0x99999999 | 0, 0x99999999 | 0]);
      fused.integers(alias, 3).set([0, 1, 1]);
      const [mean, sd] = [fused.put([-2, 0.5, 3]), fused.put([0.5, 1, 0.7])];
      const [draws, chosen] = [fused.room(4 * count), fused.room(4 * count)];
      return () => {
        for (let first = 0; first < count; first += block) {
          const [here, skip] = [Math.min(block, count - first), 4 * first];
          fused.run.mixtureSamples(state, here, 3, threshold, alias, mean, sd, draws + skip, chosen + skip);
        }
      };
    },
  };
}

/** The component by comparing a uniform with the cumulative weights: faster here than the library's `multinomial`. */
function composedSamples({ mean, sd }: { readonly mean: Tensor; readonly sd: Tensor }, count: number): Tensor {
  const uniform = randomUniform([count]);
  const chosen = add(cast(greaterEqual(uniform, 0.3), 'int32'), cast(greaterEqual(uniform, 0.8), 'int32'));
  return add(gather(mean, chosen), mul(gather(sd, chosen), randomNormal([count])));
}

function chain(): Case {
  const [steps, states] = [200, 20];
  const random = (shape: [number, number], seed: number) => randomUniform(shape, 0.1, 1, 'float32', seed);
  const rows = random([states, states], 1);
  const of = {
    initial: tensor1d(new Float32Array(states).fill(1 / states)),
    transition: div(rows, sum(rows, 1, true)),
    likelihood: random([steps, states], 2),
  };
  const evidence = (f: typeof forwardChain) => read(() => f(of).logEvidence);
  return {
    name: 'chain of 200 variables with 20 states',
    rival: 'chain',
    composed: evidence(composedForwardChain),
    ours: evidence(forwardChain),
    bare: (fused) => {
      fused.reset();
      const put = (value: Tensor) => {
        const values = value.dataSync();
        const at = fused.room(8 * values.length);
        fused.doubles(at, values.length).set(values);
        return at;
      };
      const [initial, transition, likelihood] = [put(of.initial), put(of.transition), put(of.likelihood)];
      const [filtered, sums] = [fused.room(8 * steps * states), fused.room(8 * steps)];
      return () => {
        fused.run.chain(steps, states, initial, transition, 0, likelihood, filtered, sums);
        fused.doubles(sums, steps).reduce((total, each) => total + Math.log(each), 0);
      };
    },
  };
}
