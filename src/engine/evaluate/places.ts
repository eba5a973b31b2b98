import { children } from '../../model/children';
import { expressionsOf } from '../../model/expressionsOf';
import type { Expr, Structure, Variable } from '../../model/model';

/**
 * Where the variables and networks of a structure stand in it. Random numbers belong to these places and not to names, so that a model
 * whose names, or the order of whose statements, are others has the same draws, and one that is edited elsewhere keeps them.
 */
export interface Places {
  /** By name. */
  readonly variables: ReadonlyMap<string, string>;
  /** By name. */
  readonly networks: ReadonlyMap<string, string>;
}

/**
 * A variable's place is how many arrows lead from it to the nearest observed one, and which of those as far away it is: the observed ones come in
 * their order, what they depend on in the order of their lists of parents. A network's is the variable that calls it first, from
 * the observed ones on, and which part of that one's distribution does so.
 */
export function placesOf(structure: Structure): Places {
  const variables = placesOfVariables(structure);
  return { variables, networks: placesOfNetworks(structure, variables) };
}

function placesOfVariables({ variables }: Structure): Map<string, string> {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const places = new Map<string, string>();
  let level = variables.filter(({ role }) => role === 'observed');
  for (let steps = 0; level.length > 0; steps++) {
    for (const [i, { name }] of level.entries()) places.set(name, `${steps}.${i}`);
    const above = new Set(level.flatMap(parentsOf).filter((name) => !places.has(name)));
    level = [...above].flatMap((name) => byName.get(name) ?? []);
  }
  // On which nothing observed depends.
  const others = variables.filter(({ name }) => !places.has(name));
  for (const [i, { name }] of others.entries()) places.set(name, `other.${i}`);
  return places;
}

function parentsOf({ definitions }: Variable): string[] {
  return definitions.flatMap(({ parents }) => parents.map(({ name }) => name));
}

function placesOfNetworks({ lets, networks, variables }: Structure, order: ReadonlyMap<string, string>) {
  const places = new Map<string, string>();
  if (networks.length === 0) return places;
  const values = new Map(lets.map(({ name, value }) => [name, value]));
  const bodies = new Map(networks.map(({ name, body }) => [name, body]));
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const seen = new Set<Expr>();
  for (const [name, place] of order) {
    const parts = byName.get(name)!.definitions.flatMap(({ distribution }) => expressionsOf(distribution));
    parts.forEach((part, i) => {
      let found = 0;
      const waiting: Expr[] = [part];
      for (let expr = waiting.pop(); expr !== undefined; expr = waiting.pop()) {
        if (seen.has(expr)) continue;
        seen.add(expr);
        if (expr.op === 'network' && !places.has(expr.name)) places.set(expr.name, `${place}.${i}.${found++}`);
        const behind = expr.op === 'let' ? values.get(expr.name) : expr.op === 'network' ? bodies.get(expr.name) : null;
        if (behind != null) waiting.push(behind);
        for (const child of [...children(expr)].reverse()) waiting.push(child);
      }
    });
  }
  // Which nothing that is drawn calls.
  const others = networks.filter(({ name }) => !places.has(name));
  for (const [i, { name }] of others.entries()) places.set(name, `other.${i}`);
  return places;
}
