import { Unanswerable } from '../../api/unanswerable';
import { familyLawOf, type Law } from '../../evaluate/laws/law';
import type { Pair } from '../../evaluate/laws/marginalLaw';
import { distributions } from '../../families';
import type { Block } from '../../plan/block';
import type { Element } from '../../plan/graph';
import type { Batch } from '../../values/batch';
import { sizeOf } from '../../values/shape';
import type { Collapse, Conditioned } from './collapse';

/** Nodes from `start` up to `end` at which the same Gaussian holds; null where it has an invalid parameter. */
interface Run {
  readonly conditioned: Conditioned | null;
  readonly start: number;
  readonly end: number;
}

/** The values of drawn Gaussian elements at the nodes of a block, and the law of a target that is closed. */
export class GaussianNodes {
  /** The standard normals of every coordinate drawn so far. */
  private readonly normals: Float64Array[] = [];
  private readonly made = new Map<string, readonly Run[]>();
  /** What is wrong at nodes that have no Gaussian, as a sentence; null where nothing is. */
  fault: string | null = null;

  /** @param given the values of the elements that are not Gaussian, by key; those of more may come later */
  constructor(
    private readonly collapse: Collapse,
    private readonly block: Block,
    private readonly given: ReadonlyMap<string, Batch>,
  ) {}

  get closed(): boolean {
    return this.collapse.split.closed;
  }

  get target(): Element {
    return this.collapse.target;
  }

  draws(element: Element): boolean {
    return this.collapse.offsets.has(element.key);
  }

  /**
   * @param column the place of the element's first standard number
   * @returns nodes × size of one draw
   */
  draw(element: Element, column: number): Float64Array {
    const size = sizeOf(element.variable.type.shape);
    const first = this.collapse.offsets.get(element.key)!;
    for (let j = 0; j < size; j++) this.normals[first + j] = this.block.columns[column + j]!.normal;
    return this.values('none', first, size, (row) => row + 1);
  }

  /** The law of the target, or of one coordinate or two, at every node. */
  law(coordinate: number | Pair | null): Law {
    const { width, target } = this.collapse;
    const { shape } = target.variable.type;
    const size = coordinate === null ? sizeOf(shape) : typeof coordinate === 'number' ? 1 : 2;
    const mean = this.values(coordinate, width, size, () => width);
    const covariance = this.residual(coordinate, size);
    if (size === 1) return univariate(mean, covariance.map(Math.sqrt));
    const family = distributions.MultivariateNormal;
    if (family.kind !== 'multivariate') throw new Error('MultivariateNormal is not multivariate.');
    const nodes = mean.length / size;
    return {
      kind: 'vector',
      name: 'MultivariateNormal',
      family,
      parameters: [
        { nodes, size, data: mean },
        { nodes, size: size * size, data: covariance },
      ],
      size,
      length: size,
    };
  }

  /** Rows of constant + inputs · their values + factor · normals, at every node. */
  private values(
    coordinate: number | Pair | null | 'none',
    first: number,
    size: number,
    terms: (row: number) => number,
  ): Float64Array {
    const { draws, states } = this.block;
    const values = new Float64Array(states * draws * size);
    for (const { conditioned, start, end } of this.runs(coordinate)) {
      if (conditioned === null) {
        values.fill(Number.NaN, start * size, end * size);
        continue;
      }
      const { reduction, factor, count } = conditioned;
      for (let j = 0; j < size; j++) {
        const row = first + j;
        for (let n = start; n < end; n++) values[n * size + j] = reduction.constant[row]!;
        for (let l = 0; l < terms(row); l++) {
          const scale = factor[row * count + l]!;
          if (scale === 0) continue;
          const normal = this.normals[l]!;
          for (let n = start; n < end; n++) values[n * size + j]! += scale * normal[(n % draws) % normal.length]!;
        }
        for (const [key, weights] of reduction.inputs) {
          const input = this.input(key);
          const own = weights.length / count;
          for (let i = 0; i < own; i++) {
            const weight = weights[row * own + i]!;
            if (weight === 0) continue;
            for (let n = start; n < end; n++) values[n * size + j]! += weight * input[(n * own + i) % input.length]!;
          }
        }
      }
    }
    return values;
  }

  /** The covariance of the target given what is drawn, for every node; the identity for joint states without weight. */
  private residual(coordinate: number | Pair | null, size: number): Float64Array {
    const { draws, states } = this.block;
    const { width } = this.collapse;
    const result = Float64Array.from({ length: states * draws * size * size }, (_, at) => {
      const place = at % (size * size);
      return Math.floor(place / size) === place % size ? 1 : 0;
    });
    for (const { conditioned, start, end } of this.runs(coordinate)) {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          let sum = conditioned === null ? Number.NaN : 0;
          if (conditioned !== null) {
            const { factor, count } = conditioned;
            for (let l = width; l < count; l++) {
              sum += factor[(width + i) * count + l]! * factor[(width + j) * count + l]!;
            }
          }
          for (let n = start; n < end; n++) result[(n * size + i) * size + j] = sum;
        }
      }
    }
    return result;
  }

  /** Runs of nodes with one Gaussian. Joint states without weight are left out: their parameters need not be valid. */
  private runs(coordinate: number | Pair | null | 'none'): readonly Run[] {
    const name = String(coordinate);
    let runs = this.made.get(name);
    if (runs === undefined) {
      runs = this.collapse.split.fixed.size === 0 ? this.runsByState(coordinate) : this.runsByNode(coordinate);
      this.made.set(name, runs);
    }
    return runs;
  }

  private runsByState(coordinate: number | Pair | null | 'none'): Run[] {
    const { firstState, states, draws } = this.block;
    const runs: Run[] = [];
    for (let d = 0; d < states; d++) {
      if (!this.collapse.hasWeight(firstState + d)) continue;
      const conditioned = this.collapse.at(firstState + d, coordinate);
      runs.push({ conditioned, start: d * draws, end: (d + 1) * draws });
    }
    return runs;
  }

  private runsByNode(coordinate: number | Pair | null | 'none'): Run[] {
    const { firstState, states, draws } = this.block;
    const { split } = this.collapse;
    const fixed = split.elements
      .filter(({ key }) => split.fixed.has(key))
      .map(({ key, variable }) => ({ key, size: sizeOf(variable.type.shape), values: this.input(key) }));
    const runs: Run[] = [];
    for (let n = 0; n < states * draws; n++) {
      const state = firstState + Math.floor(n / draws);
      if (!this.collapse.hasWeight(state)) continue;
      const values = new Map(
        fixed.map(({ key, size, values: all }) => [
          key,
          Float64Array.from({ length: size }, (_, i) => all[(n * size + i) % all.length]!),
        ]),
      );
      runs.push({ conditioned: this.tried(state, coordinate, values), start: n, end: n + 1 });
    }
    return runs;
  }

  /** null where a parameter is invalid at a node: how many nodes may be so is judged by the law's own check. */
  private tried(
    state: number,
    coordinate: number | Pair | null | 'none',
    fixed: ReadonlyMap<string, Float64Array>,
  ): Conditioned | null {
    try {
      return this.collapse.atNode(state, coordinate, fixed);
    } catch (error) {
      if (!(error instanceof Unanswerable)) throw error;
      this.fault ??= error.message;
      return null;
    }
  }

  private input(key: string): Float64Array {
    const values = this.given.get(key);
    if (values === undefined) throw new Error(`${key} is used before it has a value.`);
    return values.data;
  }
}

/** Normal where there is a spread, and a point where there is none. */
function univariate(mean: Float64Array, sd: Float64Array): Law {
  const nodes = mean.length;
  const column = (data: Float64Array): Batch => ({ nodes, size: 1, data });
  const points = sd.reduce((count, each) => count + (each === 0 ? 1 : 0), 0);
  const point = () => familyLawOf('Dirac', [column(mean)]);
  if (points === nodes) return point();
  const normal = familyLawOf('Normal', [column(mean), column(sd.map((each) => (each === 0 ? 1 : each)))]);
  if (points === 0) return normal;
  return { kind: 'rows', rows: [normal, point()], row: Int32Array.from(sd, (each) => (each === 0 ? 1 : 0)), size: 1 };
}
