import { type FanAside, type FanPicture, fanLevels } from '../api/aside';
import { valueLabel } from '../api/labels';
import { type Evidence, quantileLevels } from '../api/query';
import { type GaussianChain, gaussianQuantiles } from '../chains/gaussianChain';
import type { Particles } from '../chains/particles';
import type { Element } from '../plan/graph';
import { stateQuantiles, weightedQuantiles } from '../queries/atoms';
import { sizeOf } from '../values/shape';

/** Sample paths that are drawn into a fan. */
const paths = 12;
/** Draws that are worth fewer independent ones than this make a rough picture. */
const poor = 100;

/** What is known of the elements of a chain so far, the surest for each. */
export class FanTally {
  readonly #type;
  readonly #size: number;
  readonly #place: ReadonlyMap<string, number>;
  readonly #settled: boolean[];
  /** The states of a chain of categories, empty for a numeric one. */
  readonly #values: readonly number[];
  readonly #quantiles: Float64Array[];
  readonly #shares: Float64Array[];
  #paths: Float64Array[] = [];
  #closed = { badge: '', sentence: '' };
  #draws: Pick<Particles, 'count' | 'worth'> = { count: 0, worth: 0 };

  /**
   * @param coordinate from 0
   * @param total elements that the chain has, shown or not
   */
  constructor(
    readonly aside: FanAside,
    readonly elements: readonly Element[],
    readonly coordinate: number,
    readonly total: number,
    readonly evidence: Evidence,
  ) {
    this.#type = elements[0]!.variable.type;
    this.#size = sizeOf(this.#type.shape);
    this.#place = new Map(elements.map(({ key }, k) => [key, k]));
    this.#values =
      this.#type.kind === 'boolean'
        ? [0, 1]
        : this.#type.kind === 'category'
          ? Array.from({ length: this.#type.count ?? 0 }, (_, i) => i + 1)
          : [];
    const empty = () => new Float64Array(elements.length).fill(Number.NaN);
    this.#quantiles = fanLevels.map(empty);
    this.#shares = this.#values.map(empty);
    this.#settled = elements.map(({ key }) => evidence.has(key));
    for (const [key, values] of evidence) {
      const k = this.#place.get(key);
      if (k !== undefined) this.#set(k, Float64Array.of(values[coordinate]!), Float64Array.of(1));
    }
  }

  /** Whether every element is known other than by draws. */
  get complete(): boolean {
    return this.#settled.every(Boolean);
  }

  /** Whether there is nothing that draws would add: no element, and no path. */
  get drawn(): boolean {
    return this.complete && (this.#values.length > 0 || this.#paths.length > 0);
  }

  /** Whether an element is known other than by draws. */
  knows(key: string): boolean {
    return this.#settled[this.#place.get(key)!]!;
  }

  /** Takes draws for the elements that are not known otherwise. */
  draw({ count, worth, values, weights }: Particles): void {
    this.#draws = { count, worth };
    const columns = this.elements.map(({ key }) => {
      const seen = this.evidence.get(key);
      if (seen !== undefined) return new Float64Array(count).fill(seen[this.coordinate]!);
      const all = values.get(key)!;
      return Float64Array.from({ length: count }, (_, i) => all[i * this.#size + this.coordinate]!);
    });
    this.elements.forEach((_, k) => {
      if (!this.#settled[k]) this.#set(k, columns[k]!, weights);
    });
    this.#paths = rowsByWeight(weights, paths).map((row) => Float64Array.from(columns, (column) => column[row]!));
  }

  /** Probabilities of the states of an element. @param values states × size of a draw */
  setStates(key: string, values: Float64Array, probabilities: Float64Array): void {
    const k = this.#place.get(key)!;
    const own = probabilities.map((_, i) => values[i * this.#size + this.coordinate]!);
    this.#set(k, own, probabilities);
    this.#settled[k] = true;
  }

  /** @param quantiles of every coordinate, at `quantileLevels` */
  setQuantiles(key: string, quantiles: readonly Float64Array[]): void {
    const k = this.#place.get(key)!;
    this.#setQuantiles(k, quantiles[this.coordinate]!);
    this.#settled[k] = true;
  }

  /** All elements, in closed form. */
  setGaussian(chain: GaussianChain): void {
    fanLevels.forEach((level, i) => {
      this.#quantiles[i]!.set(gaussianQuantiles(chain, level));
    });
    this.#settled.fill(true);
    this.#paths = chain.paths(paths);
  }

  /** Says how the elements that are known otherwise than by draws are known. */
  tell(badge: string, sentence: string): void {
    this.#closed = { badge, sentence };
  }

  picture(): FanPicture {
    const { variable, coordinate } = this.aside;
    const indices = this.elements.map(({ index }) => index!);
    const settled = this.#settled.filter(Boolean).length;
    const labels = this.#values.map((value) => valueLabel(value, this.#type));
    const common = {
      kind: 'fan',
      variable,
      coordinate,
      indices,
      total: this.total,
      settled,
      ...this.#method(),
    } as const;
    return {
      ...common,
      content:
        this.#values.length > 0
          ? { kind: 'shares', values: this.#values, labels, shares: this.#shares.map((each) => each.slice()) }
          : { kind: 'bands', quantiles: this.#quantiles.map((each) => each.slice()), paths: this.#paths },
    };
  }

  #method(): Pick<FanPicture, 'badge' | 'sentence'> {
    if (this.complete) {
      return this.#closed.badge === ''
        ? { badge: 'observed', sentence: 'Every element that is shown was observed.' }
        : this.#closed;
    }
    const { count, worth } = this.#draws;
    const drawn = `${count.toLocaleString('en')} draws`;
    const weighed =
      this.evidence.size === 0
        ? `${drawn} of the whole chain.`
        : `${drawn} of the whole chain, weighed by what was observed; they are worth about ${Math.round(worth).toLocaleString('en')} independent ones${worth < poor ? ', too few to rely on' : ''}.`;
    const known = this.#settled.filter((each, k) => each && !this.evidence.has(this.elements[k]!.key)).length;
    const rough = this.evidence.size > 0 && worth < poor ? ' · rough' : '';
    return {
      badge: `${drawn}${rough}`,
      sentence: known === 0 ? weighed : `${weighed} ${known} of the elements are known better: ${this.#closed.badge}.`,
    };
  }

  #set(k: number, values: Float64Array, weights: Float64Array): void {
    if (this.#values.length > 0) {
      this.#values.forEach((value, v) => {
        let share = 0;
        for (let i = 0; i < values.length; i++) if (values[i] === value) share += weights[i]!;
        this.#shares[v]![k] = share;
      });
    } else if (this.#type.kind === 'integer') this.#setQuantiles(k, stateQuantiles(values, weights));
    else this.#setQuantiles(k, weightedQuantiles(values, weights));
  }

  /** @param quantiles at `quantileLevels` */
  #setQuantiles(k: number, quantiles: Float64Array): void {
    fanLevels.forEach((level, i) => {
      this.#quantiles[i]![k] = quantiles[quantileLevels.indexOf(level)]!;
    });
  }
}

/** Some rows, each as often as its weight says. */
function rowsByWeight(weights: Float64Array, count: number): number[] {
  const rows: number[] = [];
  let [row, below] = [0, weights[0] ?? 0];
  for (let i = 0; i < count; i++) {
    const at = (i + 0.5) / count;
    while (below < at && row < weights.length - 1) below += weights[++row]!;
    rows.push(row);
  }
  return rows;
}
