import { asideOf } from '../request/asides';
import { quiet, type Step } from '../request/step';
import type { Snapshot } from '../state/keptSnapshot';
import type { State } from '../state/state';
import { plotOf } from '../state/state';

/** Puts the present picture aside, to be compared with. */
export function takeSnapshot(state: State): Step {
  const shown = plotOf(state);
  if (shown === null) return quiet(state);
  const { preview, asked } = shown;
  const distribution = asideOf('distribution', preview, asked);
  const snapshot: Snapshot = {
    uri: asked.model.uri,
    fileName: asked.model.fileName,
    observed: preview.observed,
    prior: preview.prior,
    cumulative: distribution?.kind === 'distribution' ? distribution.cumulative : null,
  };
  return quiet({ ...state, snapshot });
}

/** Nothing is compared with any more. */
export function clearSnapshot(state: State): Step {
  return quiet({ ...state, snapshot: null });
}

/** Takes a snapshot, or forgets the one that there is. */
export function toggleSnapshot(state: State): Step {
  return state.snapshot === null ? takeSnapshot(state) : clearSnapshot(state);
}
