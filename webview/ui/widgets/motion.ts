import { stageLength } from '../state/play';
import type { State } from '../state/state';

/** The share of a stage in which something moves; then it can be looked at. */
const moving = 0.7;

/** How long a mark takes to its place, in milliseconds; 0 where the reader, or the system, wants no motion. */
export function motionLength({ play, settings }: Pick<State, 'play' | 'settings'>): number {
  const still = settings.animation === 'off' || (settings.animation === 'auto' && prefersReduced());
  return still ? 0 : (moving * stageLength) / play.speed;
}

function prefersReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
