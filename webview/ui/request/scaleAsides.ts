import type { DistributionAside } from '../../../src/engine/api/aside';
import type { State } from '../state/state';

/** What the scale of the plot wants to know: a distribution function, while one is looked at. */
export function scaleAsides({ scale, view }: State): readonly DistributionAside[] {
  return scale === 'distribution' && view === 'density' ? [{ kind: 'distribution' }] : [];
}
