import { noLocks } from '../../handles/bonds';
import type { State } from '../state/state';
import { quiet, type Step } from './step';

/** The slots that are locked in the present file while its model has this structure. */
export function locksOf({ locks, uri }: Pick<State, 'locks' | 'uri'>, structureKey: string): ReadonlySet<number> {
  return locks?.uri === uri && locks.structureKey === structureKey ? new Set(locks.slots) : noLocks;
}

/** Locks a literal, or lets it go again. */
export function toggleLock(state: State, slot: number): Step {
  const { model, uri } = state;
  if (model === null) return quiet(state);
  const { structureKey } = model;
  const slots = new Set(locksOf(state, structureKey));
  if (!slots.delete(slot)) slots.add(slot);
  return quiet({ ...state, locks: { uri, structureKey, slots: [...slots] } });
}
