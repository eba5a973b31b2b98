import type { FanAside } from '../../../src/engine/api/aside';
import type { Given } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { SeenElement } from '../../plots/fan/fan';
import type { State } from '../state/state';

/** A chain as a thing to look at over time, by its coordinate where its elements are vectors. */
export interface Chain {
  readonly variable: string;
  /** 1-based; null for scalars. */
  readonly coordinate: number | null;
  /** `z[t]`, `z[t][2]` */
  readonly label: string;
  readonly kind: 'real' | 'integer' | 'boolean' | 'category';
}

/** Coordinates of a vector that are offered, at most. */
const offered = 16;

/** The chains of a model: what has more than one element. Observed ones come first. */
export function chainsOf({ variables }: Structure): Chain[] {
  const chains = variables.filter(({ range }) => range !== null && range[1] > range[0]);
  const ordered = [
    ...chains.filter(({ role }) => role === 'observed'),
    ...chains.filter(({ role }) => role === 'latent'),
  ];
  return ordered.flatMap(({ name, type, definitions }): Chain[] => {
    const loop = definitions.find((definition) => definition.loop !== null)?.loop ?? 't';
    const label = `${name}[${loop}]`;
    const size = type.shape.reduce((product, length) => product * length, 1);
    if (type.shape.length === 0) return [{ variable: name, coordinate: null, label, kind: type.kind }];
    return Array.from({ length: Math.min(size, offered) }, (_, j) => ({
      variable: name,
      coordinate: j + 1,
      label: `${label}[${j + 1}]`,
      kind: type.kind,
    }));
  });
}

/** The chain that is looked at: the chosen one where the model has it, else the first. */
export function chainOf({ fan }: Pick<State, 'fan'>, structure: Structure): Chain | null {
  const chains = chainsOf(structure);
  return chains.find(({ label }) => label === fan) ?? chains[0] ?? null;
}

/** What the engine is asked while the fan is open. */
export function fanAsides(state: State, structure: Structure): FanAside[] {
  const chain = state.view === 'fan' ? chainOf(state, structure) : null;
  return chain === null ? [] : [{ kind: 'fan', variable: chain.variable, coordinate: chain.coordinate }];
}

/** Where elements of a chain were observed. */
export function seenElements(evidence: readonly Given[], variable: string, coordinate: number | null): SeenElement[] {
  return evidence.flatMap((given) => {
    const value = given.values[(coordinate ?? 1) - 1];
    return given.variable === variable && given.index !== null && value !== undefined
      ? [{ index: given.index, value }]
      : [];
  });
}
