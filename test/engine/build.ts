import type { PreviewQuery, PreviewRequest } from '../../src/engine/api/preview';
import type { FamilyName } from '../../src/model/families';
import { families } from '../../src/model/families';
import type { Distribution, Expr, Structure, Variable } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';

/** A real number. */
export const realScalar: ValueType = { kind: 'real', shape: [] };

/** Builds checked models by hand, so that the engine can be tested without the checker. Numbers become slots. */
export class ModelBuilder {
  readonly numbers: number[] = [];
  private readonly params: Structure['params'][number][] = [];
  private readonly networks: Structure['networks'][number][] = [];
  private readonly variables: Variable[] = [];

  number(value: number): Expr {
    this.numbers.push(value);
    return { op: 'number', slot: this.numbers.length - 1, type: realScalar };
  }

  vector(values: readonly number[]): Expr {
    return { op: 'vector', items: values.map((value) => this.number(value)), type: vector(values.length) };
  }

  matrix(rows: readonly (readonly number[])[]): Expr {
    const type: ValueType = { kind: 'real', shape: [rows.length, rows[0]!.length] };
    return { op: 'vector', items: rows.map((row) => this.vector(row)), type };
  }

  param(name: string, value: Expr): Expr {
    this.params.push({ name, type: value.type, domain: 'real', value });
    return { op: 'param', name, type: value.type };
  }

  network(network: Structure['networks'][number]): void {
    this.networks.push(network);
  }

  /** Positional arguments, numbers or expressions. */
  family(family: FamilyName, args: readonly (Expr | number)[], type: ValueType): Distribution {
    const named = args.map((arg, i) => [
      families[family].parameters[i]!.name,
      typeof arg === 'number' ? this.number(arg) : arg,
    ]);
    return { kind: 'family', family, args: Object.fromEntries(named), type };
  }

  variable(role: Variable['role'], name: string, distribution: Distribution): Expr {
    const { type } = distribution;
    this.variables.push({
      name,
      role,
      type,
      range: null,
      definitions: [{ range: null, loop: null, parents: [], distribution }],
    });
    return { op: 'variable', name, index: null, type };
  }

  add(variable: Variable): void {
    this.variables.push(variable);
  }

  build(): { structure: Structure; numbers: readonly number[] } {
    const { params, networks, variables, numbers } = this;
    return { structure: { params, lets: [], networks, variables }, numbers };
  }
}

export function vector(length: number): ValueType {
  return { kind: 'real', shape: [length] };
}

export function category(count: number, labels?: readonly string[]): ValueType {
  return { kind: 'category', shape: [], count, ...(labels === undefined ? {} : { labels }) };
}

export const boolean: ValueType = { kind: 'boolean', shape: [] };
export const integer: ValueType = { kind: 'integer', shape: [] };

export function at(base: Expr, index: Expr): Expr {
  return { op: 'index', base, index, type: { kind: 'real', shape: base.type.shape.slice(1) } };
}

export const standardQuery: PreviewQuery = {
  observed: null,
  latent: null,
  evidence: [],
  zoom: null,
  standing: [],
  mass: 0.998,
  asides: [],
  points: 512,
  draws: 4096,
  samples: 2000,
  seed: 0,
  backend: 'cpu',
};

let requests = 0;

/** A request for a model, with whatever of the query differs from the usual. */
export function requestFor(
  model: { readonly structure: Structure; readonly numbers: readonly number[] },
  query: Partial<PreviewQuery> = {},
): PreviewRequest {
  requests++;
  return {
    generation: requests,
    structureKey: JSON.stringify(model.structure),
    structure: model.structure,
    numbers: model.numbers,
    views: [],
    weights: new Map(),
    data: new Map(),
    query: { ...standardQuery, ...query },
  };
}

export interface Bumps {
  readonly weight: readonly number[];
  readonly mean: readonly number[];
  readonly sd: readonly number[];
}

/** The three bumps of the language's first example. */
export const threeBumps: Bumps = { weight: [0.3, 0.5, 0.2], mean: [-2, 0.5, 3], sd: [0.5, 1, 0.7] };

export function bumps({ weight, mean, sd }: Bumps) {
  const model = new ModelBuilder();
  const weights = model.param('weight', model.vector(weight));
  const mu = model.param('mu', model.vector(mean));
  const sigma = model.param('sigma', model.vector(sd));
  const z = model.variable('latent', 'z', model.family('Categorical', [weights], category(weight.length)));
  model.variable('observed', 'x', model.family('Normal', [at(mu, z), at(sigma, z)], realScalar));
  return model.build();
}
