import { isVariable, statementsOf } from './dependencies';
import type { Definition, Scope } from './scope';

/**
 * For each variable, all variables that it depends on, through lets and networks too. Each set is worked out when it is
 * first asked for: all of them together can be quadratic in the text.
 */
export class Ancestors implements ReadonlyMap<string, ReadonlySet<string>> {
  readonly #scope: Scope;
  readonly #names: readonly string[];
  readonly #sets = new Map<string, ReadonlySet<string>>();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#names = [...scope.globals.values()].filter(isVariable).map(({ name }) => name);
  }

  get size(): number {
    return this.#names.length;
  }

  has(name: string): boolean {
    const definition = this.#scope.globals.get(name);
    return definition !== undefined && isVariable(definition);
  }

  get(name: string): ReadonlySet<string> | undefined {
    const definition = this.#scope.globals.get(name);
    if (definition === undefined || !isVariable(definition)) return undefined;
    const before = this.#sets.get(name);
    if (before) return before;
    const found = this.#search(definition);
    this.#sets.set(name, found);
    return found;
  }

  #search(start: Definition): ReadonlySet<string> {
    const seen = new Set<Definition>();
    const names = new Set<string>();
    const stack = [start];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      for (const statement of statementsOf(next)) {
        for (const used of this.#scope.usedBy.get(statement) ?? []) {
          if (seen.has(used)) continue;
          seen.add(used);
          if (isVariable(used)) names.add(used.name);
          if (used.kind !== 'loop' && used.kind !== 'argument') stack.push(used);
        }
      }
    }
    return names;
  }

  forEach(
    visit: (value: ReadonlySet<string>, key: string, map: ReadonlyMap<string, ReadonlySet<string>>) => void,
  ): void {
    for (const [name, set] of this) visit(set, name, this);
  }

  *entries(): MapIterator<[string, ReadonlySet<string>]> {
    for (const name of this.#names) yield [name, this.get(name)!];
  }

  keys(): MapIterator<string> {
    return this.#names.values();
  }

  *values(): MapIterator<ReadonlySet<string>> {
    for (const name of this.#names) yield this.get(name)!;
  }

  [Symbol.iterator](): MapIterator<[string, ReadonlySet<string>]> {
    return this.entries();
  }
}
