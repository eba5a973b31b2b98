import {
  advanced,
  completed,
  held,
  notPlaying,
  type Play,
  restarted,
  type Speed,
  speeds,
  stagesOf,
  toggled,
} from '../state/play';
import type { State } from '../state/state';
import { playConditional } from './playAsides';
import { keptRows, rowsOf } from './playRows';
import { ask, quiet, type Step } from './step';

/** Begins, goes on, or holds still. */
export function playOrPause(state: State): Step {
  if (state.model === null || state.problem?.kind === 'stale') return quiet(state);
  const play = toggled(state.play, rowsOf(state)?.count ?? Number.POSITIVE_INFINITY);
  if (state.play.mode !== 'off') return quiet({ ...state, play });
  return ask({ ...state, view: 'density', play });
}

/** Nothing is played any more. */
export function stopPlaying(state: State): Step {
  if (state.play.mode === 'off') return quiet(state);
  return ask({ ...state, play: { ...notPlaying, speed: state.play.speed } });
}

/** Time for the next stage. */
export function tick(state: State): Step {
  const rows = rowsOf(state);
  if (state.play.mode !== 'running' || rows?.laws == null) return quiet(state);
  return moved(state, advanced(state.play, stagesOf(rows.ancestors.length > 0), rows.count));
}

/** By hand: one stage, or what is left of a draw. */
export function stepPlaying(by: 'stage' | 'draw'): (state: State) => Step {
  return (state) => {
    if (state.model === null || state.problem?.kind === 'stale') return quiet(state);
    const play: Play = { ...state.play, mode: 'paused', byHand: true, due: by };
    const next: State = { ...state, play, view: state.play.mode === 'off' ? 'density' : state.view };
    return rowsOf(next)?.laws == null ? ask(next) : dueStep(next);
  };
}

export function playAt(speed: Speed): (state: State) => Step {
  return (state) => quiet({ ...state, play: { ...state.play, speed } });
}

/** The next speed, faster or slower, of what is played. */
export function changeSpeed(state: State, direction: 1 | -1): Step {
  const speed = speeds[speeds.indexOf(state.play.speed) + direction];
  return state.play.mode === 'off' || speed === undefined ? quiet(state) : playAt(speed)(state);
}

/** Holds still, for nobody can see it. */
export function holdStill(state: State): Step {
  return quiet(withPlay(state, held(state.play)));
}

/** Begins anew with another model. */
export function anew(state: State): State {
  return { ...withPlay(state, restarted(state.play)), picked: null };
}

/** An answer has come: its samples are kept, and a step that waited for them is made. */
export function rowsArrived(state: State): State {
  if (state.shown === null) return state;
  const rows = keptRows(state.rows, state.shown.preview, state.shown.asked);
  return rows === state.rows ? state : { ...state, rows };
}

/** Makes the step that is due, now that there are samples. */
export function dueStep(state: State): Step {
  const rows = rowsOf(state);
  const { due } = state.play;
  if (due === null || rows?.laws == null) return quiet(state);
  const play: Play = { ...state.play, due: null };
  const stages = stagesOf(rows.ancestors.length > 0);
  return moved(state, due === 'stage' ? advanced(play, stages, rows.count) : completed(play, rows.count));
}

/** What the new stage shows may have to be asked for. */
function moved(state: State, play: Play): Step {
  const next = { ...state, play };
  const wanted = playConditional(next);
  const asked = state.shown?.asked.query.asides ?? [];
  return wanted === null || asked.some((aside) => JSON.stringify(aside) === JSON.stringify(wanted))
    ? quiet(next)
    : ask(next);
}

function withPlay(state: State, play: Play): State {
  return play === state.play ? state : { ...state, play };
}
