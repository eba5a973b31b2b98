import type { PreviewRequest } from '../api/preview';
import type { Numbers } from '../evaluate/numbers';
import { Program } from '../evaluate/program';
import { Graph, graphKey } from '../plan/graph';
import { Base } from '../sampling/base';

/** What is kept from one request to the next: compiled programs and standard numbers, none of which changes an answer. */
export class Session {
  readonly base = new Base();
  private readonly programs = new Map<string, Program>();
  private readonly graphs = new WeakMap<Program, { key: string; graph: Graph }>();

  /** Takes in the structure that a request brings; to be called for every request, in their order, answered or not. */
  admit(request: PreviewRequest): void {
    const program =
      this.programs.get(request.structureKey) ??
      (request.structure === null ? null : new Program(request.structureKey, request.structure));
    if (program !== null) remember(this.programs, request.structureKey, program, kept);
  }

  /** @returns null where the structure was never sent, or has been dropped since. */
  program(structureKey: string): Program | null {
    return this.programs.get(structureKey) ?? null;
  }

  graph(given: Numbers): Graph {
    const { program, numbers } = given;
    const key = graphKey(program, numbers);
    const known = this.graphs.get(program);
    if (known?.key === key) return known.graph;
    const graph = new Graph(program, numbers);
    this.graphs.set(program, { key, graph });
    return graph;
  }
}

/** Structures whose functions are kept. */
const kept = 16;

/** Puts an entry last, and drops the first where there are too many. */
function remember<V>(map: Map<string, V>, key: string, value: V, limit: number): void {
  map.delete(key);
  map.set(key, value);
  const first = map.keys().next();
  if (map.size > limit && !first.done) map.delete(first.value);
}
