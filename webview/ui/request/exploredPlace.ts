import type { ConditionalAside } from '../../../src/engine/api/aside';
import type { Choice } from '../../../src/engine/api/preview';
import type { Structure, Variable } from '../../../src/model/model';
import type { Place, Plot } from '../../plots/words/pointing';
import type { Explored, State } from '../state/state';

/** Where in the picture of a latent variable the reader is; null where that is not in this picture. */
export function exploredPlace({ choice }: Pick<Plot, 'choice'>, explored: Explored | null): Place | null {
  if (explored === null || !isAt(explored, choice)) return null;
  const [x, y] = choice.coordinate === null ? explored.values : [explored.values[choice.coordinate - 1], 0];
  return x === undefined || x === null ? null : { x, y: y ?? 0 };
}

/** What the engine is asked while the reader is somewhere in the latent space and sees the observed variable. */
export function conditionalAsides(state: State, structure: Structure): ConditionalAside[] {
  const { explored, view } = state;
  if (explored === null || view !== 'density') return [];
  const { variable, index, values } = explored;
  const found = variableOf(structure, variable);
  if (found === undefined || sizeOf(found) !== values.length) return [];
  const { kind, count } = found.type;
  // A category that the text has no more.
  if (kind === 'category' && values.some((value) => value !== null && value > (count ?? Number.POSITIVE_INFINITY)))
    return [];
  return [{ kind: 'conditional', latent: { variable, index }, values }];
}

/** Whether a place in the latent space is one of the variable of a choice. */
export function isAt({ variable, index }: Pick<Explored, 'variable' | 'index'>, choice: Choice): boolean {
  return variable === choice.variable && index === choice.index;
}

/** How many numbers a draw of a variable has. */
export function sizeOf({ type }: Variable): number {
  return type.shape.reduce((product, length) => product * length, 1);
}

/** The variable of a name. */
export function variableOf(structure: Structure | undefined, name: string): Variable | undefined {
  return structure?.variables.find((variable) => variable.name === name);
}
