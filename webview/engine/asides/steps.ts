import type { Setting } from '../setting';
import type { Scene } from '../stage';
import type { Aside, AsideAnswer } from './aside';

/**
 * The computation of an aside, step by step: null wherever it may be interrupted, better and better answers until it ends.
 * @param observed the picture that the aside stands beside
 * @throws Unanswerable, at the first step or later, where there is no answer
 */
export function stepsOf(_setting: Setting, aside: Aside, _observed: Scene): Generator<AsideAnswer | null, void> {
  switch (aside.kind) {
    case 'conditional':
    case 'rows':
    case 'fan':
    case 'corner':
      return none();
  }
}

function* none(): Generator<AsideAnswer | null, void> {
  yield { kind: 'none', reason: 'Not there yet.' };
}
