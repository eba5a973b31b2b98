/** A group of editors, as far as it matters to where a text is opened. */
export interface Group {
  readonly column: number;
  readonly active: boolean;
  /** Whether the text has a tab in it. */
  readonly holds: boolean;
  /** Whether a page is on its screen that a text would cover: a preview, or a terminal. */
  readonly taken: boolean;
}

/**
 * The column to open a text in so that it covers no page: where it has a tab, else the active one, else the first; a new one
 * behind the last where a page is in each.
 */
export function freeColumn(groups: readonly Group[]): number {
  const free = groups.filter(({ taken }) => !taken);
  const found = free.find(({ holds }) => holds) ?? free.find(({ active }) => active) ?? free[0];
  return found?.column ?? groups.length + 1;
}
