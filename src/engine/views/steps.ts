import type { Aside, AsideAnswer } from '../api/aside';
import { conditionalAside } from './conditional';
import { corner } from './corner';
import { distribution } from './distribution';
import { fan } from './fan';
import type { Setting } from './picture/setting';
import type { Scene } from './picture/stage';
import { rows } from './rows';

/**
 * The computation of an aside, step by step: null wherever it may be interrupted, better and better answers until it ends.
 * @param observed the picture that the aside stands beside
 * @throws Unanswerable, at the first step or later, where there is no answer
 */
export function stepsOf(setting: Setting, aside: Aside, observed: Scene): Generator<AsideAnswer | null, void> {
  switch (aside.kind) {
    case 'distribution':
      return distribution(observed);
    case 'conditional':
      return conditionalAside(setting, aside, observed);
    case 'corner':
      return corner(setting, aside);
    case 'rows':
      return rows(setting, aside, observed);
    case 'fan':
      return fan(setting, aside);
  }
}
