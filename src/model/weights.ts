import { children } from './children';
import type { Expr, Structure } from './model';
import { quote, shortened } from './quote';
import { type StoredTensors, shapeInWords } from './safetensors';

/** A dense layer of a network: what its weights must look like. */
export interface Layer {
  readonly network: string;
  /** Counted from 0 within the network. */
  readonly layer: number;
  readonly inputs: number;
  readonly units: number;
}

export interface LayerWeights {
  /** [inputs, units], row-major: the output is input · kernel + bias. */
  readonly kernel: Float32Array<ArrayBuffer>;
  readonly bias: Float32Array<ArrayBuffer>;
}

/** By `network.layer`. */
export type LayersByName = ReadonlyMap<string, LayerWeights>;

export interface ReadWeights {
  readonly layers: LayersByName;
  /** Sentences for the user; where there are any the file does not fit the model. */
  readonly problems: readonly string[];
}

/** Every dense layer of the model, networks in their order, layers by their number. */
export function denseLayers(structure: Structure): readonly Layer[] {
  return structure.networks.flatMap((network) => {
    const layers: Layer[] = [];
    collect(network.body, layers);
    return layers.sort((a, b) => a.layer - b.layer);
  });
}

/**
 * Finds the weights of every dense layer among the arrays of a file: `NETWORK.LAYER.weight`, [units, inputs] as
 * PyTorch's `Linear` stores it, and `NETWORK.LAYER.bias`, [units].
 */
export function readWeights(structure: Structure, tensors: StoredTensors): ReadWeights {
  const layers = new Map<string, LayerWeights>();
  const problems: string[] = [];
  for (const layer of denseLayers(structure)) {
    const weights = layerWeights(layer, tensors);
    if (typeof weights === 'string') problems.push(weights);
    else layers.set(`${layer.network}.${layer.layer}`, weights);
  }
  return { layers, problems };
}

function layerWeights(layer: Layer, tensors: StoredTensors): LayerWeights | string {
  const { network, inputs, units } = layer;
  const name = `${network}.${layer.layer}`;
  const weight = numbers(`${name}.weight`, [units, inputs], layer, tensors);
  if (typeof weight === 'string') return weight;
  const bias = numbers(`${name}.bias`, [units], layer, tensors);
  if (typeof bias === 'string') return bias;

  const kernel = new Float32Array(inputs * units);
  for (let unit = 0; unit < units; unit++)
    for (let input = 0; input < inputs; input++) kernel[input * units + unit] = weight[unit * inputs + input]!;
  return { kernel, bias };
}

function numbers(
  name: string,
  shape: readonly number[],
  { network, layer, inputs, units }: Layer,
  tensors: StoredTensors,
): Float32Array<ArrayBuffer> | string {
  const owner = `dense layer ${layer} of network ${shortened(network)} (${inputs} in, ${units} out)`;
  const tensor = tensors.get(name);
  if (!tensor)
    return `The file has no ${quote(name)} of shape ${shapeInWords(shape)} for ${owner}. ${contents(tensors)}`;
  if (tensor.shape.length !== shape.length || tensor.shape.some((side, i) => side !== shape[i]))
    return `${quote(name)} has shape ${shapeInWords(tensor.shape)}; ${owner} takes ${shapeInWords(shape)}.`;
  const { values, dtype } = tensor;
  if (!values) return `${quote(name)} holds ${dtype} numbers; weights are read as F64, F32, F16 or BF16.`;
  if (!values.every(Number.isFinite)) return `${quote(name)} has weights that are not finite numbers.`;
  return values;
}

function contents(tensors: StoredTensors): string {
  const names = [...tensors.keys()];
  if (names.length === 0) return 'It holds nothing.';
  const more = names.length > 6 ? `, and ${names.length - 6} more` : '';
  return `It holds ${names
    .slice(0, 6)
    .map((name) => shortened(name))
    .join(', ')}${more}.`;
}

function collect(expr: Expr, layers: Layer[]): void {
  if (expr.op === 'dense') {
    const { network, layer, inputs, units } = expr;
    layers.push({ network, layer, inputs, units });
  }
  for (const child of children(expr)) collect(child, layers);
}
