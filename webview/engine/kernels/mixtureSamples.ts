import { type Tensor, type TensorInfo, tensor } from '@tensorflow/tfjs-core';
import { mix, words } from '../random';
import { resultOf, valuesOf } from './backendValues';
import { canFuse, checkOperand, registerFused, runFused } from './register';

const name = 'MixtureSamples';

/** What is drawn from: each [components]. */
export interface WeightedNormals {
  /** Not negative, at least one above 0; need not sum to 1. */
  readonly weight: Tensor;
  readonly mean: Tensor;
  readonly sd: Tensor;
}

export interface MixtureDraws {
  /** [count], float32 */
  readonly draws: Tensor;
  /** [count], int32: the component of each draw, from 0. */
  readonly components: Tensor;
}

/**
 * Independent draws from a mixture of Normals. The same seed gives the same draws on every machine that has the kernels; without them the
 * draws are others of the same distribution. Draw i does not depend on `count`.
 * @throws Error where an operand has another shape than the others, where no weight is above 0, or where one is negative or infinite
 */
export function mixtureSamples({ weight, mean, sd }: WeightedNormals, count: number, seed: number): MixtureDraws {
  checkOperand(name, 'weight', weight, [null]);
  const shape = [weight.shape[0]!];
  checkOperand(name, 'mean', mean, shape);
  checkOperand(name, 'sd', sd, shape);
  if (!Number.isInteger(count) || count < 0)
    throw new Error(`${name}: the number of draws must be a whole number, not ${count}.`);
  if (!Number.isInteger(seed)) throw new Error(`${name}: the seed must be a whole number, not ${seed}.`);
  if (!canFuse(name)) return plainMixtureSamples({ weight, mean, sd }, count, seed);
  const [draws, components] = runFused<Tensor[]>(name, { weight, mean, sd }, { count, seed }) as [Tensor, Tensor];
  return { draws, components };
}

/** The same distribution without WebAssembly: the draws of the generator in plain script. */
export function plainMixtureSamples({ weight, mean, sd }: WeightedNormals, count: number, seed: number): MixtureDraws {
  const { threshold, alias } = aliasTable(weight.dataSync());
  const [means, sds] = [mean.dataSync(), sd.dataSync()];
  const next = words(mix(seed));
  const unit = () => (next() + 0.5) / 2 ** 32;
  const draws = new Float32Array(count);
  const components = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(unit() * alias.length);
    const k = next() < threshold[at]! ? at : alias[at]!;
    components[i] = k;
    draws[i] = means[k]! + sds[k]! * Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
  }
  return { draws: tensor(draws, [count]), components: tensor(components, [count], 'int32') };
}

/**
 * Walker's alias method (Vose's construction): a place drawn evenly is taken itself with probability threshold / 2³², and its alias otherwise.
 * Throws where the weights are no distribution.
 */
export function aliasTable(weights: ArrayLike<number>): { threshold: Uint32Array; alias: Int32Array } {
  const count = weights.length;
  let total = 0;
  for (let k = 0; k < count; k++) {
    if (!(weights[k]! >= 0 && weights[k]! < Number.POSITIVE_INFINITY)) {
      throw new Error(`${name}: weight ${k + 1} must be a finite number of at least 0, not ${weights[k]}.`);
    }
    total += weights[k]!;
  }
  if (!(total > 0)) throw new Error(`${name}: at least one weight must be above 0.`);
  const shares = Float64Array.from({ length: count }, (_, k) => (weights[k]! * count) / total);
  const threshold = new Uint32Array(count).fill(0xffffffff);
  const alias = Int32Array.from({ length: count }, (_, k) => k);
  const [poor, rich] = [[] as number[], [] as number[]];
  for (let k = 0; k < count; k++) (shares[k]! < 1 ? poor : rich).push(k);
  while (poor.length > 0 && rich.length > 0) {
    const [from, to] = [poor.pop()!, rich.at(-1)!];
    threshold[from] = Math.min(Math.round(shares[from]! * 2 ** 32), 0xffffffff);
    alias[from] = to;
    shares[to]! -= 1 - shares[from]!;
    if (shares[to]! < 1) poor.push(rich.pop()!);
  }
  // What rounding leaves over among the poor has a share of 1, but for those without weight.
  const heaviest = shares.indexOf(Math.max(...shares));
  for (const k of poor) {
    if (weights[k]! > 0) continue;
    threshold[k] = 0;
    alias[k] = weights[heaviest]! > 0 ? heaviest : k;
  }
  return { threshold, alias };
}

/** Draws that are in the kernels' memory at once. */
const drawsAtOnce = 4096;

registerFused(name, (fused, backend, inputs, attributes) => {
  const { weight, mean, sd } = inputs as Record<'weight' | 'mean' | 'sd', TensorInfo>;
  const { count, seed } = attributes as { count: number; seed: number };
  const table = aliasTable(valuesOf(backend, weight));
  const size = table.alias.length;
  fused.reset();
  const at = {
    state: fused.room(64),
    threshold: fused.room(4 * size),
    alias: fused.room(4 * size),
    mean: fused.put(valuesOf(backend, mean)),
    sd: fused.put(valuesOf(backend, sd)),
    draws: fused.room(4 * drawsAtOnce),
    chosen: fused.room(4 * drawsAtOnce),
  };
  fused.integers(at.threshold, size).set(table.threshold);
  fused.integers(at.alias, size).set(table.alias);
  fused.run.seedWords(at.state, seed);
  const components = resultOf(backend, [count], 'int32', () => {});
  const draws = resultOf(backend, [count], 'float32', () => {});
  const [drawn, chosen] = [valuesOf(backend, draws), valuesOf(backend, components)];
  for (let first = 0; first < count; first += drawsAtOnce) {
    const here = Math.min(drawsAtOnce, count - first);
    const padded = (here + 7) & ~7;
    const { state, threshold, alias, mean: means, sd: sds } = at;
    fused.run.mixtureSamples(state, padded, size, threshold, alias, means, sds, at.draws, at.chosen);
    drawn.set(fused.floats(at.draws, here), first);
    chosen.set(fused.integers(at.chosen, here), first);
  }
  return [draws, components];
});
