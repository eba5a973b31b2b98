import type { RowsAside } from '../../../src/engine/api/aside';
import type { State } from '../state/state';

/** The samples, while they are wanted for a file or the clipboard. */
export function exportAsides({ exporting, settings }: State): readonly RowsAside[] {
  return exporting.rows === null ? [] : [{ kind: 'rows', count: Math.max(1, settings.samples) }];
}
