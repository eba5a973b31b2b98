import type { Choice, NoPosterior } from '../preview';

/**
 * What a view of the panel wants to know beside the pictures of the observed and of the latent variable. Each kind has a file of its
 * own here, and its answer is computed after the pictures, from answer to answer.
 */
export type Aside = ConditionalAside | RowsAside | FanAside | CornerAside;

/** p(x | z): the observed picture, were the latent variable known to have these values. */
export interface ConditionalAside {
  readonly kind: 'conditional';
  readonly latent: Pick<Choice, 'variable' | 'index'>;
  /** As many numbers as a draw of the latent variable has. */
  readonly values: readonly number[];
}

/** Ancestral samples of all variables, row by row; the same rows as those of a query with the same seed. */
export interface RowsAside {
  readonly kind: 'rows';
  readonly count: number;
}

/** The distribution of every element of a chain, over time. */
export interface FanAside {
  readonly kind: 'fan';
  readonly variable: string;
}

/** Some coordinates of a vector, each by itself and each against each. */
export interface CornerAside {
  readonly kind: 'corner';
  readonly choice: Pick<Choice, 'variable' | 'index'>;
  /** From 1; at least two. */
  readonly coordinates: readonly number[];
}

export type AsideAnswer = ConditionalPicture | RowsPicture | FanPicture | CornerPicture | NoPosterior;

export interface ConditionalPicture {
  readonly kind: 'conditional';
  readonly values: readonly number[];
  /** At the points (values, row-major cells) of the observed picture. */
  readonly density: Float64Array;
}

export interface RowsPicture {
  readonly kind: 'rows';
  readonly columns: readonly RowsColumn[];
}

/** One number of every row. */
export interface RowsColumn {
  readonly choice: Choice;
  readonly role: 'observed' | 'latent';
  readonly values: Float64Array;
  /** Names of the values of a categorical variable, by code; null for numbers. */
  readonly labels: readonly string[] | null;
}

export interface FanPicture {
  readonly kind: 'fan';
}

export interface CornerPicture {
  readonly kind: 'corner';
}
