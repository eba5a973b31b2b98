import type { Aside, AsideAnswer } from '../../../src/engine/api/aside';
import type { Preview } from '../../../src/engine/api/preview';
import type { Asked, State, WholeModel } from '../state/state';
import { fanAsides } from './chains';
import { cornerAsides } from './cornerSubjects';
import { conditionalAsides } from './exploredPlace';
import { exportAsides } from './exportAsides';
import { playConditional, rowsAside } from './playAsides';
import { scaleAsides } from './scaleAsides';

/** What the views that are open want to know beside the two pictures. */
export function asidesOf(state: State, { structure }: WholeModel): readonly Aside[] {
  const rows = rowsAside(state);
  const conditional = playConditional(state);
  return [
    ...fanAsides(state, structure),
    ...cornerAsides(state, structure),
    ...scaleAsides(state),
    ...(rows === null ? [] : [rows]),
    ...(conditional === null ? conditionalAsides(state, structure) : [conditional]),
    ...exportAsides(state),
  ];
}

/** The answer to an aside of this kind; null while there is none, or where it was not asked for. */
export function asideOf<K extends Aside['kind']>(
  kind: K,
  preview: Preview,
  asked: Asked,
): Extract<AsideAnswer, { kind: K | 'none' }> | null {
  const at = asked.query.asides.findIndex((aside) => aside.kind === kind);
  const answer = preview.asides[at] ?? null;
  return answer as Extract<AsideAnswer, { kind: K | 'none' }> | null;
}
