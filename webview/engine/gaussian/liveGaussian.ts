import { cholesky } from '../math/cholesky';
import { logRootTwoPi } from '../math/normalCdf';
import type { Conditional } from './conditional';
import type { Node } from './linearGaussian';

/** A sum of variances that is smaller than this share of its terms is rounding: the number is known. */
const rounding = 1e-13;
/** The same against the variances before anything was observed, which rounding alone does not fall below. */
const precision = 1e-24;
/** How far an observed value may be from one that is known, relative to both. */
const agreement = 1e-9;

/** The joint Gaussian of the elements that are held at present: elements are added, observed and dropped one by one. */
export class LiveGaussian {
  private size = 0;
  private mean: Float64Array = new Float64Array();
  /** size × size, row-major. */
  private covariance: Float64Array = new Float64Array();
  /** The variances before anything was observed. */
  private scale: Float64Array = new Float64Array();
  private held: Node[] = [];
  /** Where each coordinate of the model is held; −1 where it is not. */
  private readonly place: Int32Array;
  /** The values of coordinates that are known. */
  private readonly known: Float64Array;

  constructor(coordinates: number) {
    this.place = new Int32Array(coordinates).fill(-1);
    this.known = new Float64Array(coordinates).fill(Number.NaN);
  }

  /** Fixes the coordinates of a node: others are then conditional on them. */
  fix(node: Node, values: Float64Array): void {
    this.known.set(values, node.first);
  }

  /** Adds an element whose parents are all held or fixed. */
  add(node: Node, conditional: Conditional): void {
    const { mean, maps } = this.predicted(node, conditional);
    const [n, own] = [this.size, node.size];
    const size = n + own;
    const covariance = new Float64Array(size * size);
    for (let i = 0; i < n; i++) covariance.set(this.covariance.subarray(i * n, (i + 1) * n), i * size);
    for (let i = 0; i < own; i++) {
      const cross = this.times(maps[i]!);
      for (let j = 0; j < n; j++) covariance[(n + i) * size + j] = covariance[j * size + n + i] = cross[j]!;
      for (let j = 0; j <= i; j++) {
        let sum = noiseAt(conditional, i, j);
        const map = maps[j]!;
        for (let e = 0; e < map.place.length; e++) sum += map.value[e]! * cross[map.place[e]!]!;
        covariance[(n + i) * size + n + j] = covariance[(n + j) * size + n + i] = sum;
      }
    }
    const scale = Array.from({ length: own }, (_, i) => this.priorVariance(maps[i]!) + noiseAt(conditional, i, i));
    this.mean = Float64Array.of(...this.mean, ...mean);
    this.scale = Float64Array.of(...this.scale, ...scale);
    this.covariance = covariance;
    for (let i = 0; i < own; i++) this.place[node.first + i] = n + i;
    this.held.push(node);
    this.size = size;
  }

  /**
   * Conditions on the value of an element that is not held, by its conditional given those that are.
   * @returns log p(values | what was observed before). A coordinate that is known already, without noise, counts as 0 where the value
   * agrees with it, and as −∞ where it does not.
   */
  observe(node: Node, conditional: Conditional, values: Float64Array): number {
    const { mean, maps } = this.predicted(node, conditional);
    const rows = maps.map((map) => {
      const row = new Float64Array(this.size);
      for (let e = 0; e < map.place.length; e++) row[map.place[e]!]! += map.value[e]!;
      return row;
    });
    // What is observed less the part of its mean that does not come from what is held.
    const rest = values.map((value, i) => value - mean[i]! + dot(rows[i]!, this.mean));
    const { noise } = conditional;
    let log = 0;
    if (noise.kind === 'blocks') log -= whiten(rows, rest, noise.covariance, noise.block);
    for (let i = 0; i < node.size; i++) {
      log += this.update(
        rows[i]!,
        noise.kind === 'blocks' ? 1 : noise.variance[i]!,
        rest[i]!,
        Math.max(Math.abs(values[i]!), Math.abs(mean[i]!)),
      );
    }
    return log;
  }

  /**
   * One observation: value = row · held + Normal(0, variance). By Joseph's form, which stays positive semi-definite under rounding.
   * @param magnitude of the numbers of which the value is a difference
   */
  private update(row: Float64Array, variance: number, value: number, magnitude: number): number {
    const { size: n, covariance: P } = this;
    const b = new Float64Array(n);
    let [terms, prior] = [variance, 0];
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) {
        const term = P[i * n + j]! * row[j]!;
        sum += term;
        terms += Math.abs(row[i]! * term);
      }
      b[i] = sum;
      prior += Math.abs(row[i]!) * Math.sqrt(this.scale[i]!);
    }
    const s = dot(row, b) + variance;
    const innovation = value - dot(row, this.mean);
    const least = Math.max(rounding * terms, precision * prior * prior);
    if (!(s > least)) {
      const tolerance = agreement * magnitude + 3 * Math.sqrt(least);
      return Math.abs(innovation) <= tolerance ? 0 : Number.NEGATIVE_INFINITY;
    }
    const gain = b.map((each) => each / s);
    // P − gain bᵀ, and then the same from the right.
    const half = new Float64Array(n * n);
    const side = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const entry = P[i * n + j]! - gain[i]! * b[j]!;
        half[i * n + j] = entry;
        side[i]! += entry * row[j]!;
      }
    }
    for (let i = 0; i < n; i++) {
      this.mean[i]! += gain[i]! * innovation;
      for (let j = 0; j <= i; j++) {
        const left = half[i * n + j]! - side[i]! * gain[j]!;
        const right = half[j * n + i]! - side[j]! * gain[i]!;
        P[i * n + j] = P[j * n + i] = 0.5 * (left + right) + variance * gain[i]! * gain[j]!;
      }
    }
    return -0.5 * ((innovation / s) * innovation + Math.log(s)) - logRootTwoPi;
  }

  /** Drops elements that nothing needs any more. */
  drop(nodes: readonly Node[]): void {
    if (nodes.length === 0) return;
    this.held = this.held.filter((node) => !nodes.includes(node));
    const places = this.placesOf(this.held);
    const [mean, covariance] = this.moments(places);
    this.scale = Float64Array.from(places, (place) => this.scale[place]!);
    [this.mean, this.covariance, this.size] = [mean, covariance, places.length];
    for (const node of nodes) this.place.fill(-1, node.first, node.first + node.size);
    let at = 0;
    for (const node of this.held) for (let i = 0; i < node.size; i++) this.place[node.first + i] = at++;
  }

  /** Mean and covariance of some held coordinates, in the order given. */
  moments(places: readonly number[]): [mean: Float64Array, covariance: Float64Array] {
    const m = places.length;
    const covariance = new Float64Array(m * m);
    places.forEach((from, i) => {
      places.forEach((to, j) => {
        covariance[i * m + j] = this.covariance[from * this.size + to]!;
      });
    });
    return [Float64Array.from(places, (place) => this.mean[place]!), covariance];
  }

  placesOf(nodes: readonly Node[]): number[] {
    return nodes.flatMap(({ first, size }) => Array.from({ length: size }, (_, i) => this.place[first + i]!));
  }

  /** The mean of an element given what is held at its mean, and how each coordinate depends on what is held. */
  private predicted(node: Node, { constant, rows }: Conditional) {
    const mean = Float64Array.from(constant);
    const maps: { place: number[]; value: number[] }[] = [];
    for (let i = 0; i < node.size; i++) {
      const map = { place: [] as number[], value: [] as number[] };
      maps.push(map);
      if (rows === null) continue;
      for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) {
        const place = this.place[rows.column[e]!]!;
        const value = rows.value[e]!;
        mean[i]! += value * (place < 0 ? this.known[rows.column[e]!]! : this.mean[place]!);
        if (place < 0) continue;
        map.place.push(place);
        map.value.push(value);
      }
    }
    return { mean, maps };
  }

  /** Covariance of a linear combination with everything that is held. */
  private times(map: { readonly place: readonly number[]; readonly value: readonly number[] }): Float64Array {
    const n = this.size;
    const result = new Float64Array(n);
    for (let e = 0; e < map.place.length; e++) {
      const [from, value] = [map.place[e]! * n, map.value[e]!];
      for (let j = 0; j < n; j++) result[j]! += value * this.covariance[from + j]!;
    }
    return result;
  }

  private priorVariance(map: { readonly place: readonly number[]; readonly value: readonly number[] }): number {
    let sd = 0;
    for (let e = 0; e < map.place.length; e++) sd += Math.abs(map.value[e]!) * Math.sqrt(this.scale[map.place[e]!]!);
    return sd * sd;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function noiseAt({ noise }: Conditional, i: number, j: number): number {
  if (noise.kind === 'independent') return i === j ? noise.variance[i]! : 0;
  const { block, covariance } = noise;
  if (Math.floor(i / block) !== Math.floor(j / block)) return 0;
  return covariance[(i % block) * block + (j % block)]!;
}

/**
 * Turns observations with correlated noise into ones with independent unit noise: rows and values times L⁻¹, in place.
 * @returns log |L| over all blocks
 */
function whiten(rows: readonly Float64Array[], values: Float64Array, covariance: Float64Array, block: number): number {
  const L = cholesky(Array.from(covariance), block)!;
  let log = 0;
  for (let start = 0; start < rows.length; start += block) {
    for (let i = 0; i < block; i++) {
      const row = rows[start + i]!;
      const pivot = L[i * block + i]!;
      for (let j = 0; j < i; j++) {
        const factor = L[i * block + j]!;
        const other = rows[start + j]!;
        for (let c = 0; c < row.length; c++) row[c]! -= factor * other[c]!;
        values[start + i]! -= factor * values[start + j]!;
      }
      for (let c = 0; c < row.length; c++) row[c]! /= pivot;
      values[start + i]! /= pivot;
      log += Math.log(pivot);
    }
  }
  return log;
}
