/** One test's outcome, as the suite writes it to the console for the process outside. */
export interface Outcome {
  readonly title: string;
  /** Why each try failed that did. */
  readonly errors: readonly string[];
  readonly passed: boolean;
}

/** Starts the line that holds all outcomes as JSON. */
export const outcomesMark = 'LVM-SUITE-OUTCOMES ';
