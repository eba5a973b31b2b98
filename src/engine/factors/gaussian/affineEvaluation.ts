import { noLoops } from '../../../model/loops';
import { type Numbers, weightsOf } from '../../evaluate/numbers';
import { type Affine, constantValue } from './affine';
import type { AffineLayer, AffineLocal, AffineScope } from './affineScope';
import { evaluate } from './evaluate';
import { identityRows } from './rows';

/** The params and weights of a model in double precision: the same whatever the values of its variables. */
class Constants {
  readonly params = new Map<string, Affine | null>();
  readonly layers = new Map<string, AffineLayer>();
}

interface FreeElement {
  readonly shape: readonly number[];
  readonly firstColumn: number;
  readonly size: number;
}

const constantsOf = new WeakMap<Numbers, Constants>();

const nowhere: AffineLocal = { loops: noLoops, args: new Map() };

/** One evaluation of a program with given values of its discrete variables; every param, let and layer is computed once. */
export class AffineEvaluation implements AffineScope {
  readonly numbers: ArrayLike<number>;
  private readonly values = new Map<string, Affine>();
  /** Elements whose values nothing has asked for yet: along a chain most of the observed ones. */
  private readonly free = new Map<string, FreeElement>();
  private readonly bent = new Set<string>();
  private readonly lets = new Map<string, Affine | null>();
  private readonly constants: Constants;

  constructor(readonly given: Numbers) {
    this.numbers = given.numbers;
    this.constants = cached(constantsOf, given, () => new Constants());
  }

  /** Gives an element a value; lets that use it must not have been evaluated before. */
  assignConstant(key: string, shape: readonly number[], value: Float64Array): void {
    this.values.set(key, constantValue(shape, value));
  }

  /** Makes an element one of those that values are affine in. */
  assignFree(key: string, shape: readonly number[], firstColumn: number, size: number): void {
    this.free.set(key, { shape, firstColumn, size });
  }

  /** Says that an element's value is not affine in the free ones: nothing is that is made of it. */
  assignBent(key: string): void {
    this.bent.add(key);
  }

  variable(key: string): Affine | null {
    if (this.bent.has(key)) return null;
    let value = this.values.get(key);
    if (value !== undefined) return value;
    const free = this.free.get(key);
    if (free === undefined) throw new Error(`${key} is used before it has a value.`);
    const { shape, firstColumn, size } = free;
    value = { shape, constant: new Float64Array(size), rows: identityRows(firstColumn, size) };
    this.values.set(key, value);
    return value;
  }

  param(name: string): Affine | null {
    return cached(this.constants.params, name, () =>
      evaluate(this.given.program.params.get(name)!.value, this, nowhere),
    );
  }

  letValue(name: string): Affine | null {
    return cached(this.lets, name, () => evaluate(this.given.program.lets.get(name)!.value, this, nowhere));
  }

  callNetwork(name: string, args: readonly (Affine | null)[]): Affine | null {
    const network = this.given.program.networks.get(name)!;
    return evaluate(network.body, this, {
      loops: noLoops,
      args: new Map(network.args.map((arg, i) => [arg.name, args[i]!])),
    });
  }

  layer(network: string, layer: number): AffineLayer {
    return cached(this.constants.layers, `${network}.${layer}`, () => {
      const { kernel, bias } = weightsOf(this.given, network, layer);
      const units = bias.length;
      const inputs = kernel.length / units;
      const matrix = new Float64Array(inputs * units);
      for (let i = 0; i < inputs; i++) for (let u = 0; u < units; u++) matrix[u * inputs + i] = kernel[i * units + u]!;
      return {
        matrix: constantValue([units, inputs], matrix),
        bias: constantValue([units], Float64Array.from(bias)),
      };
    });
  }
}

interface Cache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function cached<K, V>(cache: Cache<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
