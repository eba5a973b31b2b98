/** Ancestral sampling, slowly: where in which draw the reader is. A draw goes in stages, and each of them can be looked at. */
export type PlayStage =
  /** The latent variables are drawn. */
  | 'latent'
  /** They are looked up, or fed through the networks: this is what x will follow. */
  | 'conditional'
  /** x is drawn. */
  | 'observed';

export const speeds = [0.5, 1, 2, 4, 8] as const;
export type Speed = (typeof speeds)[number];

export interface Play {
  readonly mode: 'off' | 'running' | 'paused';
  /** Of the draw that is shown; null before the first. */
  readonly stage: PlayStage | null;
  /** Whose x has been drawn. */
  readonly draws: number;
  readonly speed: Speed;
  /** A step that waits for the samples. */
  readonly due: 'stage' | 'draw' | null;
  /** Whether the reader went the last step by hand: then it is spoken. */
  readonly byHand: boolean;
}

export const notPlaying: Play = { mode: 'off', stage: null, draws: 0, speed: 1, due: null, byHand: false };

/** How long a stage is shown at speed 1, in milliseconds. */
export const stageLength = 700;

/** The row of the samples that is being drawn, or was last, from 0; null before the first. */
export function playedRow({ mode, stage, draws }: Play): number | null {
  if (mode === 'off' || stage === null) return null;
  return stage === 'observed' ? draws - 1 : draws;
}

/** The stages of a draw: without latent variables there is one thing to be drawn, from what is known before. */
export function stagesOf(latent: boolean): readonly PlayStage[] {
  return latent ? ['latent', 'conditional', 'observed'] : ['conditional', 'observed'];
}

/** Begins, goes on, or holds still. @param most draws there are; past the last it begins anew */
export function toggled(play: Play, most: number): Play {
  if (play.mode === 'running') return { ...play, mode: 'paused', byHand: false };
  const over = play.mode === 'off' || (play.stage === 'observed' && play.draws >= most);
  const from = over ? { stage: null, draws: 0 } : {};
  return { ...play, ...from, mode: 'running', due: null, byHand: false };
}

/** The next stage; after the last draw it stays there, and holds still. */
export function advanced(play: Play, stages: readonly PlayStage[], most: number): Play {
  const at = play.stage === null ? -1 : stages.indexOf(play.stage);
  const next = stages[at + 1] ?? (play.draws < most ? stages[0] : undefined);
  if (next === undefined) return { ...play, mode: 'paused' };
  return { ...play, stage: next, draws: next === 'observed' ? play.draws + 1 : play.draws };
}

/** To where the x of this draw, or of the next one where it has been drawn, is drawn. */
export function completed(play: Play, most: number): Play {
  if (play.draws >= most) return { ...play, mode: 'paused' };
  return { ...play, stage: 'observed', draws: play.draws + 1 };
}

/** The draws are dropped, for they are of another model; whoever was playing waits. */
export function restarted(play: Play): Play {
  return play.mode === 'off' ? play : { ...play, mode: 'paused', stage: null, draws: 0, due: null, byHand: false };
}

/** Holds still where it runs. */
export function held(play: Play): Play {
  return play.mode === 'running' ? { ...play, mode: 'paused', byHand: false } : play;
}
