import type { ActivationName } from '../../model/activations';
import { children } from '../../model/children';
import type { Expr, Network } from '../../model/model';
import type { LayerWeights } from '../api/preview';
import { Unanswerable } from '../api/unanswerable';
import { hash, normals, uniforms } from '../sampling/random';

export interface LayerShape {
  readonly inputs: number;
  readonly units: number;
  readonly activation: ActivationName;
}

/**
 * How steep the layers of an untrained network are: the standard deviation of a unit's input per unit of the layer's
 * input. Steeper than the scales that are used to start training, so that a random network of two layers bends visibly over the
 * bulk of a standard normal input and its mixture looks like one.
 */
const steepness: Readonly<Record<ActivationName, number>> = {
  linear: 1.5,
  tanh: 2.5,
  relu: 1.6,
  sigmoid: 3,
  softplus: 1,
  elu: 1.6,
  gelu: 1.6,
  silu: 1.6,
  exp: 0.6,
};

/**
 * The weights that a network has before it is trained come from this seed, whatever the seed of the samples is. Any would do; with this one
 * the mixtures of the gallery have several bumps, and quadrature settles them.
 */
const seed = 37;

/** Which layer it is: the network's name, for words; its place in the structure; the layer, counted from 0. */
interface LayerPlace {
  readonly network: string;
  readonly place: string;
  readonly layer: number;
}

/**
 * The weights of an untrained layer. They depend on the network's place in the structure, that of the layer in the network, and its sizes
 * alone, so that neither a name nor an edit elsewhere in the model changes them. Kernel: normal with standard deviation steepness / √inputs. Bias: uniform within
 * ± steepness for a layer that bends, so that the bends lie at different inputs; 0 for linear, softplus and exp.
 * @throws Unanswerable where it has more weights than the preview can hold
 */
export function initialWeights({ network, place, layer }: LayerPlace, shape: LayerShape): LayerWeights {
  const { inputs, units, activation } = shape;
  if (inputs * units > weightLimit) {
    throw new Unanswerable(
      `Layer ${layer + 1} of the network ${network} has ${(inputs * units).toLocaleString('en')} weights, more than the ${weightLimit.toLocaleString('en')} that the preview can take. Use fewer units.`,
    );
  }
  const key = hash(`${seed}/${place}/${layer}/${inputs}/${units}`);
  const scale = steepness[activation] / Math.sqrt(inputs);
  const kernel = Float32Array.from(normals(key, inputs * units), (value) => scale * value);
  const bends = activation !== 'linear' && activation !== 'softplus' && activation !== 'exp';
  const spread = bends ? steepness[activation] : 0;
  const bias = Float32Array.from(uniforms(key + 1, units), (value) => spread * (2 * value - 1));
  return { kernel, bias };
}

/** Weights that one layer may have. */
const weightLimit = 4_000_000;

/** The dense layers of a network by their number. */
export function layersOf(network: Network): ReadonlyMap<number, LayerShape> {
  const layers = new Map<number, LayerShape>();
  const visit = (expr: Expr): void => {
    if (expr.op === 'dense') {
      layers.set(expr.layer, { inputs: expr.inputs, units: expr.units, activation: expr.activation });
    }
    for (const child of children(expr)) visit(child);
  };
  visit(network.body);
  return layers;
}
