/** One test's outcome, as the suite writes it to the console for the process outside. */
export interface Outcome {
  readonly title: string;
  /** null where it passed. */
  readonly error: string | null;
  readonly milliseconds: number;
}

/** Starts the line that holds all outcomes as JSON. */
export const outcomesMark = 'LVM-SUITE-OUTCOMES ';
