/** What is chosen for the corner plot. */
export interface CornerChoice {
  /** The label of the subject; null for the first. */
  readonly subject: string | null;
  /** Labels of the numbers that are shown, for each subject that the reader changed. */
  readonly picked: ReadonlyMap<string, readonly string[]>;
  /** What was shown before the reader looked at a pair by itself; null where all is shown. */
  readonly before: readonly string[] | null;
  /** The panel that has the keys, by its row and column. */
  readonly at: readonly [row: number, column: number];
}

export const noCornerChoice: CornerChoice = { subject: null, picked: new Map(), before: null, at: [0, 0] };
