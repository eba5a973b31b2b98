import { cholesky } from '../../math/cholesky';
import { logRootTwoPi } from '../../math/normalCdf';
import type { Conditional } from './conditional';
import type { Node } from './linearGaussian';

/** A spread that is smaller than this share of the terms it is a difference of is rounding: the number is known. */
const rounding = 1e-12;
/** The same against the largest spread that the terms have had. */
const precision = 2 ** -51;
/** How far an observed value may be from one that is known, relative to both. */
const agreement = 1e-9;

/** A linear combination of held coordinates, by their places. */
interface Combination {
  readonly place: number[];
  readonly value: number[];
}

/** A coordinate given others: Normal(mean + Σ values · (others − means), sd²). */
export interface Regression {
  readonly coordinate: number;
  readonly mean: number;
  readonly sd: number;
  /** The others, among the coordinates of the model. */
  readonly others: Int32Array;
  readonly values: Float64Array;
  readonly means: Float64Array;
}

/**
 * The joint Gaussian of the coordinates that are held at present, as its mean and a square root S of its covariance S Sᵀ. Elements are
 * added, observed and dropped one by one; rotations of the columns of S keep it a lower triangle, so that no difference of covariances is
 * ever taken: a vague prior does not take the digits of a sharp observation (Kaminski, Bryson and Schmidt, 1971; the observations by one
 * rotation a column are Carlson's).
 *
 * A coordinate that is determined by earlier ones has no column of its own: S is in echelon form.
 */
export class SquareRootGaussian {
  private size = 0;
  /** Columns of the square root. */
  private rank = 0;
  private stride = 4;
  private mean = new Float64Array(this.stride);
  /** Row-major, `stride` numbers a row. */
  private root = new Float64Array(this.stride * this.stride);
  /** For each held coordinate the last column of its row, which no earlier row has; −1 where earlier coordinates determine it. */
  private lead = new Int32Array(this.stride);
  /** The largest spread that each held coordinate has had, and the terms of which it was made. */
  private reach = new Float64Array(this.stride);
  /** The coordinate of the model that each held one is. */
  private held = new Int32Array(this.stride);
  /** Where each coordinate of the model is held; −1 where it is not. */
  private readonly place: Int32Array;
  /** The values of coordinates that are known. */
  private readonly known: Float64Array;
  private row = new Float64Array(this.stride);
  private gain = new Float64Array(this.stride);

  /** @param coordinates of the model */
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
    const { noise } = conditional;
    const [from, columns] = [this.size, this.rank];
    // The coordinates of one element do not depend on each other but through their noise.
    for (let i = 0; i < node.size; i++) {
      const { mean, map } = this.predicted(conditional, i);
      this.addRow(node.first + i, mean, map, noise.kind === 'independent' ? Math.sqrt(noise.variance[i]!) : 0);
    }
    if (noise.kind === 'independent') return;
    const { block } = noise;
    const factor = cholesky(Array.from(noise.covariance), block)!;
    for (let i = 0; i < node.size; i++) {
      const start = columns + i - (i % block);
      const row = (from + i) * this.stride;
      for (let j = 0; j <= i % block; j++) this.root[row + start + j] = factor[(i % block) * block + j]!;
      this.lead[from + i] = columns + i;
      this.reach[from + i] = Math.max(this.reach[from + i]!, this.norm(from + i));
    }
    this.rank = columns + node.size;
  }

  /** Adds a coordinate that is known given those that are held. */
  addCoordinate({ coordinate, mean, sd, others, values, means }: Regression): void {
    let sum = mean;
    const map: Combination = { place: [], value: [] };
    for (let e = 0; e < others.length; e++) {
      const place = this.place[others[e]!]!;
      sum += values[e]! * (this.mean[place]! - means[e]!);
      map.place.push(place);
      map.value.push(values[e]!);
    }
    this.addRow(coordinate, sum, map, sd);
  }

  private addRow(coordinate: number, mean: number, { place, value }: Combination, sd: number): void {
    this.grow(this.size + 1);
    const { root, stride, size: row } = this;
    const start = row * stride;
    root.fill(0, start, start + stride);
    let terms = sd;
    for (let e = 0; e < place.length; e++) {
      const [from, factor] = [place[e]! * stride, value[e]!];
      let squares = 0;
      for (let c = 0; c < this.rank; c++) {
        const entry = root[from + c]!;
        root[start + c]! += factor * entry;
        squares += entry * entry;
      }
      terms += Math.abs(factor) * Math.sqrt(squares);
    }
    this.lead[row] = -1;
    if (sd > 0) {
      root[start + this.rank] = sd;
      this.lead[row] = this.rank++;
    }
    this.reach[row] = terms;
    this.mean[row] = mean;
    this.held[row] = coordinate;
    this.place[coordinate] = row;
    this.size++;
  }

  /**
   * Conditions on the value of an element that is not held, by its conditional given those that are.
   * @returns log p(values | what was observed before). A coordinate that is known already, without noise, counts as 0 where the value
   * agrees with it, and as −∞ where it does not.
   */
  observe(node: Node, conditional: Conditional, values: Float64Array): number {
    const { noise } = conditional;
    const maps: Combination[] = [];
    // What is observed less the part of its mean that does not come from what is held.
    const rest = new Float64Array(node.size);
    const magnitude = new Float64Array(node.size);
    for (let i = 0; i < node.size; i++) {
      const { mean, map } = this.predicted(conditional, i);
      maps.push(map);
      rest[i] = values[i]! - mean + this.meanOf(map);
      magnitude[i] = Math.max(Math.abs(values[i]!), Math.abs(mean));
    }
    if (noise.kind === 'independent') {
      let log = 0;
      for (let i = 0; i < node.size; i++) log += this.update(maps[i]!, noise.variance[i]!, rest[i]!, magnitude[i]!);
      return log;
    }
    const whitened = this.whitened(maps, rest, noise.covariance, noise.block);
    let { log } = whitened;
    whitened.maps.forEach((map, i) => {
      log += this.update(map, 1, rest[i]!, magnitude[i]!);
    });
    return log;
  }

  /**
   * One observation: value = map · held + Normal(0, variance).
   * @param magnitude of the numbers of which the value is a difference
   */
  private update(map: Combination, variance: number, value: number, magnitude: number): number {
    const { root, stride, size, rank } = this;
    const { row, gain } = this.scratch(Math.max(rank, size));
    let [terms, reach] = [0, 0];
    for (let e = 0; e < map.place.length; e++) {
      const [from, factor] = [map.place[e]! * stride, map.value[e]!];
      let squares = 0;
      for (let c = 0; c < rank; c++) {
        const entry = root[from + c]!;
        row[c]! += factor * entry;
        squares += entry * entry;
      }
      terms += Math.abs(factor) * Math.sqrt(squares);
      reach += Math.abs(factor) * this.reach[map.place[e]!]!;
    }
    let total = variance;
    for (let c = 0; c < rank; c++) total += row[c]! ** 2;
    const innovation = value - this.meanOf(map);
    const least = Math.max(rounding * terms, precision * reach);
    if (!(Math.sqrt(total) > least)) {
      return Math.abs(innovation) <= agreement * magnitude + 3 * least ? 0 : Number.NEGATIVE_INFINITY;
    }
    // Each column in turn is rotated against that of the observation, until its own row is zero but there.
    let pivot = Math.sqrt(variance);
    for (let c = rank - 1; c >= 0; c--) {
      if (row[c] === 0) continue;
      const next = hypotenuse(pivot, row[c]!);
      const [cos, sin] = [pivot / next, row[c]! / next];
      for (let i = 0, at = c; i < size; i++, at += stride) {
        const [own, other] = [root[at]!, gain[i]!];
        root[at] = cos * own - sin * other;
        gain[i] = cos * other + sin * own;
      }
      if (pivot === 0) this.removeColumn(c);
      pivot = next;
    }
    const share = innovation / pivot;
    for (let i = 0; i < size; i++) this.mean[i]! += gain[i]! * share;
    return -0.5 * share * share - Math.log(pivot) - logRootTwoPi;
  }

  /** Zeros for one observation. */
  private scratch(length: number): { readonly row: Float64Array; readonly gain: Float64Array } {
    if (this.row.length < length) {
      this.row = new Float64Array(this.stride);
      this.gain = new Float64Array(this.stride);
    } else {
      this.row.fill(0, 0, length);
      this.gain.fill(0, 0, length);
    }
    return { row: this.row, gain: this.gain };
  }

  /** Takes out a column of zeros: the coordinate that had it has become determined by earlier ones. */
  private removeColumn(column: number): void {
    const { root, stride } = this;
    for (let i = 0; i < this.size; i++) {
      const start = i * stride;
      root.copyWithin(start + column, start + column + 1, start + this.rank);
      root[start + this.rank - 1] = 0;
      if (this.lead[i] === column) this.lead[i] = -1;
      else if (this.lead[i]! > column) this.lead[i]!--;
    }
    this.rank--;
  }

  /** Drops elements that nothing needs any more. */
  drop(nodes: readonly Node[]): void {
    for (const { first, size } of nodes) for (let j = size - 1; j >= 0; j--) this.dropCoordinate(first + j);
  }

  /** Drops a coordinate. @returns what is known of it given those that stay */
  regress(coordinate: number): Regression {
    const { row, sd, mean } = this.dropCoordinate(coordinate);
    const { root, stride, size } = this;
    const used: number[] = [];
    const factors: number[] = [];
    // Back substitution over the rows that have a column of their own, the last first.
    for (let i = size - 1; i >= 0; i--) {
      const lead = this.lead[i]!;
      if (lead < 0 || row[lead] === 0) continue;
      const start = i * stride;
      const factor = row[lead]! / root[start + lead]!;
      for (let c = 0; c < lead; c++) row[c]! -= factor * root[start + c]!;
      used.push(i);
      factors.push(factor);
    }
    const others = new Int32Array(used.length);
    const values = new Float64Array(used.length);
    const means = new Float64Array(used.length);
    for (let e = 0; e < used.length; e++) {
      others[e] = this.held[used[e]!]!;
      values[e] = factors[e]!;
      means[e] = this.mean[used[e]!]!;
    }
    return { coordinate, mean, sd, others, values, means };
  }

  /** @returns its row over the columns that are left, and the spread that it has by itself. */
  private dropCoordinate(coordinate: number): { row: Float64Array; sd: number; mean: number } {
    const { root, stride } = this;
    const at = this.place[coordinate]!;
    const row = root.slice(at * stride, at * stride + this.rank);
    const mean = this.mean[at]!;
    let free = this.lead[at]!;
    for (let i = at + 1; i < this.size && free >= 0; i++) {
      const start = i * stride;
      if (this.lead[i]! >= 0) {
        this.rotate(i, free, row);
        this.lead[i] = free++;
        continue;
      }
      const least = Math.max(rounding * this.norm(i), precision * this.reach[i]!);
      if (Math.abs(root[start + free]!) > least) {
        this.lead[i] = free;
        free = -1;
      } else root[start + free] = 0;
    }
    let sd = 0;
    if (free >= 0) {
      sd = Math.abs(row[free]!);
      this.rank--;
    }
    root.copyWithin(at * stride, (at + 1) * stride, this.size * stride);
    this.mean.copyWithin(at, at + 1, this.size);
    this.lead.copyWithin(at, at + 1, this.size);
    this.reach.copyWithin(at, at + 1, this.size);
    this.held.copyWithin(at, at + 1, this.size);
    this.size--;
    this.place[coordinate] = -1;
    for (let i = at; i < this.size; i++) this.place[this.held[i]!] = i;
    return { row, sd, mean };
  }

  /** Rotates two neighbouring columns so that a row ends in the first of them. */
  private rotate(at: number, column: number, row: Float64Array): void {
    const { root, stride, size } = this;
    const [a, b] = [root[at * stride + column]!, root[at * stride + column + 1]!];
    const length = hypotenuse(a, b);
    const [cos, sin] = [a / length, b / length];
    for (let i = at, k = at * stride + column; i < size; i++, k += stride) {
      const [x, y] = [root[k]!, root[k + 1]!];
      root[k] = cos * x + sin * y;
      root[k + 1] = cos * y - sin * x;
    }
    root[at * stride + column + 1] = 0;
    const [x, y] = [row[column]!, row[column + 1]!];
    row[column] = cos * x + sin * y;
    row[column + 1] = cos * y - sin * x;
  }

  /** Mean and covariance of some nodes' coordinates, in the order given. */
  moments(nodes: readonly Node[]): [mean: Float64Array, covariance: Float64Array] {
    const places: number[] = [];
    for (const { first, size } of nodes) for (let i = 0; i < size; i++) places.push(this.place[first + i]!);
    const m = places.length;
    const { root, stride, rank } = this;
    const covariance = new Float64Array(m * m);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j <= i; j++) {
        const [a, b] = [places[i]!, places[j]!];
        // An earlier row has nothing beyond its own column.
        const lead = this.lead[Math.min(a, b)]!;
        const end = lead < 0 ? rank : lead + 1;
        let sum = 0;
        for (let c = 0; c < end; c++) sum += root[a * stride + c]! * root[b * stride + c]!;
        covariance[i * m + j] = covariance[j * m + i] = sum;
      }
    }
    const mean = new Float64Array(m);
    for (let i = 0; i < m; i++) mean[i] = this.mean[places[i]!]!;
    return [mean, covariance];
  }

  /** The mean of a coordinate of an element given what is held at its mean, and how it depends on what is held. */
  private predicted({ constant, rows }: Conditional, i: number): { mean: number; map: Combination } {
    const map: Combination = { place: [], value: [] };
    let mean = constant[i]!;
    if (rows === null) return { mean, map };
    for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) {
      const place = this.place[rows.column[e]!]!;
      const value = rows.value[e]!;
      mean += value * (place < 0 ? this.known[rows.column[e]!]! : this.mean[place]!);
      if (place < 0) continue;
      map.place.push(place);
      map.value.push(value);
    }
    return { mean, map };
  }

  private meanOf({ place, value }: Combination): number {
    let sum = 0;
    for (let e = 0; e < place.length; e++) sum += value[e]! * this.mean[place[e]!]!;
    return sum;
  }

  private norm(row: number): number {
    let squares = 0;
    for (let c = row * this.stride; c < row * this.stride + this.rank; c++) squares += this.root[c]! ** 2;
    return Math.sqrt(squares);
  }

  /**
   * Turns observations with correlated noise into ones with independent unit noise: maps and values times L⁻¹, the values in place.
   * @returns with the log density's share, −log |L| over all blocks
   */
  private whitened(maps: readonly Combination[], values: Float64Array, covariance: Float64Array, block: number) {
    const L = cholesky(Array.from(covariance), block)!;
    const rows = maps.map(({ place, value }) => {
      const row = new Float64Array(this.size);
      place.forEach((at, e) => {
        row[at]! += value[e]!;
      });
      return row;
    });
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
        log -= Math.log(pivot);
      }
    }
    const place = Array.from({ length: this.size }, (_, i) => i);
    return { maps: rows.map((row): Combination => ({ place, value: Array.from(row) })), log };
  }

  /** Makes room for so many rows and columns. */
  private grow(wanted: number): void {
    if (wanted <= this.stride) return;
    const stride = Math.max(wanted, 2 * this.stride);
    const root = new Float64Array(stride * stride);
    for (let i = 0; i < this.size; i++) {
      root.set(this.root.subarray(i * this.stride, i * this.stride + this.rank), i * stride);
    }
    const longer = <T extends Float64Array | Int32Array>(list: T, made: T): T => {
      made.set(list);
      return made;
    };
    this.root = root;
    this.mean = longer(this.mean, new Float64Array(stride));
    this.reach = longer(this.reach, new Float64Array(stride));
    this.lead = longer(this.lead, new Int32Array(stride));
    this.held = longer(this.held, new Int32Array(stride));
    this.stride = stride;
  }
}

/** √(a² + b²); Math.hypot takes ten times as long. */
function hypotenuse(a: number, b: number): number {
  const squares = a * a + b * b;
  return squares > 1e-280 && squares < 1e280 ? Math.sqrt(squares) : Math.hypot(a, b);
}
