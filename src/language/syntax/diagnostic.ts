import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something that is wrong or doubtful in a model, as data. */
export interface Diagnostic {
  /** Stable, kebab-case, named after the rule that found it: `unknown-name`, `parents-unlisted`. */
  readonly code: string;
  readonly severity: Severity;
  /** As small as the mistake. */
  readonly span: Span;
  /** One or two sentences in the model's own terms: what is wrong, and what to do. */
  readonly message: string;
  /** Mechanical mends, the best first. */
  readonly fixes: readonly Fix[];
  /** Other places that the message speaks of, such as the first of two definitions. */
  readonly related: readonly Related[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  /** An imperative: `Add z to the parents`. */
  readonly title: string;
  /** Against the text that was checked; they never overlap. */
  readonly edits: readonly Edit[];
}

/** Replaces the span with the text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
