import type { LayerWeights } from '../api/preview';
import type { Program } from './program';

/** Shares of the probability that were left out, as sentences by what was wrong. */
export type Faults = Map<string, number>;

/** The numbers and weights that one request puts into a program. */
export interface Numbers {
  readonly program: Program;
  readonly numbers: ArrayLike<number>;
  /** Trained weights by `network.layer`. */
  readonly weights: ReadonlyMap<string, LayerWeights>;
  /** What went wrong for a small share of the draws, collected for the user. */
  readonly faults: Faults;
}

/** The weights of a dense layer: the trained ones where there are any that fit, and otherwise those from the seed. */
export function weightsOf({ program, weights }: Numbers, network: string, layer: number): LayerWeights {
  const { inputs, units } = program.layers(network).get(layer)!;
  const trained = weights.get(`${network}.${layer}`);
  const fits = trained?.kernel.length === inputs * units && trained.bias.length === units;
  return fits ? trained : program.initialWeights(network, layer);
}
