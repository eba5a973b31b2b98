import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { noLoops } from '../../model/loops';
import type { LayerWeights } from '../api/preview';
import { compile } from './expression';
import type { Faults } from './laws/checkLaw';
import type { Law } from './laws/law';
import type { Pair } from './laws/lawPair';
import type { Program } from './program';
import { type Layer, type Local, nowhere, type Scope } from './scope';

/** The numbers and weights that one request puts into a program. */
export interface Numbers {
  readonly program: Program;
  readonly numbers: ArrayLike<number>;
  /** Trained weights by `network.layer`. */
  readonly weights: ReadonlyMap<string, LayerWeights>;
  /** What went wrong for a small share of the draws, collected for the user. */
  readonly faults: Faults;
}

/** The law of a variable, or of one coordinate or two of it from 0; and what is wrong with it at nodes where its parameters are NaN. */
export type LawOfCoordinate = (coordinate: number | Pair | null) => {
  readonly law: Law;
  readonly fault: string | null;
};

/**
 * One evaluation of a program, inside one tidy scope: random variables have the values that they are given, and every param,
 * let, layer and network call is computed once.
 */
export class Evaluation implements Scope {
  readonly numbers: ArrayLike<number>;
  readonly program: Program;
  private readonly values = new Map<string, Tensor>();
  private readonly params = new Map<string, Tensor>();
  private readonly lets = new Map<string, Tensor>();
  private readonly calls = new Map<string, Tensor>();
  private readonly layers = new Map<string, Layer>();
  private readonly laws = new Map<string, LawOfCoordinate>();

  constructor(readonly given: Numbers) {
    this.numbers = given.numbers;
    this.program = given.program;
  }

  /** Gives a random variable its value; lets that use it must not have been evaluated before. */
  assign(key: string, value: Tensor): void {
    this.values.set(key, value);
  }

  /** Gives a random variable a law other than that of its own distribution: one in which ancestors are integrated over. */
  assignLaw(key: string, law: LawOfCoordinate): void {
    this.laws.set(key, law);
  }

  /** @returns null where the variable follows its own distribution */
  assignedLaw(key: string): LawOfCoordinate | null {
    return this.laws.get(key) ?? null;
  }

  variable(key: string): Tensor {
    const value = this.values.get(key);
    if (value === undefined) throw new Error(`${key} is used before it has a value.`);
    return value;
  }

  param(name: string): Tensor {
    return cached(this.params, name, () => compile(this.program.params.get(name)!.value)(this, nowhere));
  }

  letValue(name: string): Tensor {
    return cached(this.lets, name, () => compile(this.program.lets.get(name)!.value)(this, nowhere));
  }

  callNetwork(name: string, args: readonly Tensor[]): Tensor {
    const key = `${name} ${args.map((arg) => arg.id).join(' ')}`;
    return cached(this.calls, key, () => {
      const network = this.program.networks.get(name)!;
      const local: Local = {
        loops: noLoops,
        args: new Map(network.args.map((arg, i) => [arg.name, args[i]!])),
      };
      return compile(network.body)(this, local);
    });
  }

  layer(network: string, layer: number): Layer {
    const key = `${network}.${layer}`;
    return cached(this.layers, key, () => {
      const { inputs, units, kernel, bias } = weightsOf(this.given, network, layer);
      return { kernel: tensor(kernel, [inputs, units]), bias: tensor(bias, [units]) };
    });
  }
}

/** The weights of a dense layer: the trained ones where there are any that fit, and otherwise those from the seed. */
export function weightsOf(
  { program, weights }: Numbers,
  network: string,
  layer: number,
): LayerWeights & { readonly inputs: number; readonly units: number } {
  const { inputs, units } = program.layers(network).get(layer)!;
  const trained = weights.get(`${network}.${layer}`);
  const fits = trained?.kernel.length === inputs * units && trained.bias.length === units;
  const { kernel, bias } = fits ? trained : program.initialWeights(network, layer);
  return { inputs, units, kernel, bias };
}

function cached<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
