import type { Let, Network, Param, Structure, Variable } from '../../model/model';
import type { LayerWeights } from '../api/preview';
import { type Places, placesOf } from './places';
import { initialWeights, type LayerShape, layersOf } from './weights';

/** A structure with its names looked up; the functions compiled from its expressions live as long as it does. */
export class Program {
  readonly params: ReadonlyMap<string, Param>;
  readonly lets: ReadonlyMap<string, Let>;
  readonly networks: ReadonlyMap<string, Network>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly places: Places;
  /** Whether a request was answered with it. */
  used = false;
  private readonly untrained = new Map<string, LayerWeights>();
  private readonly layerShapes = new Map<string, ReadonlyMap<number, LayerShape>>();

  constructor(
    readonly key: string,
    readonly structure: Structure,
  ) {
    this.params = byName(structure.params);
    this.lets = byName(structure.lets);
    this.networks = byName(structure.networks);
    this.variables = byName(structure.variables);
    this.places = placesOf(structure);
  }

  /** The weights of a layer that was not trained. */
  initialWeights(network: string, layer: number): LayerWeights {
    const key = `${network}.${layer}`;
    let weights = this.untrained.get(key);
    if (weights === undefined) {
      const place = this.places.networks.get(network)!;
      weights = initialWeights({ network, place, layer }, this.layers(network).get(layer)!);
      this.untrained.set(key, weights);
    }
    return weights;
  }

  /** The dense layers of a network. */
  layers(network: string): ReadonlyMap<number, LayerShape> {
    let shapes = this.layerShapes.get(network);
    if (shapes === undefined) {
      shapes = layersOf(this.networks.get(network)!);
      this.layerShapes.set(network, shapes);
    }
    return shapes;
  }
}

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}
