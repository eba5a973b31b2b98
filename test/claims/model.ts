import type { Random } from './random';

/** What is to be said of a continuous variable, or of one coordinate of a vector. */
export interface SpreadTruth {
  /** null where it does not exist, Infinity where it diverges (null will do too), left out where it is not known here. */
  readonly mean?: number | null;
  readonly sd?: number | null;
  /** The distribution function, increasing and continuous. */
  cdf?(value: number): number;
}

/** log p of a variable, or of several jointly, at some points. */
export interface DensityQuestion {
  readonly kind: 'density';
  readonly of: string;
  readonly at: readonly unknown[];
  readonly logDensity: readonly number[];
}

/** A variable given what was seen. */
export interface PosteriorQuestion {
  readonly kind: 'posterior';
  readonly of: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly logEvidence?: number;
  /** One for each coordinate. */
  readonly spread?: readonly SpreadTruth[];
  /** By the labels of a discrete variable's values; those left out are not judged. */
  readonly probabilities?: Readonly<Record<string, number>>;
}

export type Question = DensityQuestion | PosteriorQuestion;

/** A question without its answer. */
export type Asked = Pick<DensityQuestion, 'kind' | 'of' | 'at'> | Pick<PosteriorQuestion, 'kind' | 'of' | 'given'>;

/** A model without what is asked of it. */
export type ModelFiles = Pick<ClaimModel, 'text' | 'files'>;

/** A model as one would write it, with questions whose answers are known by other means. */
export interface ClaimModel {
  /** The shape of the model, in a few words. */
  readonly shape: string;
  readonly text: string;
  /** Files that it names. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly questions: readonly Question[];
}

/** A kind of models: what they have in common is what makes them hard. */
export interface Kind {
  readonly name: string;
  /** What its models are, in plain words. */
  readonly summary: string;
  /** Rounding that an answer may have on top of what it claims, relative to max(1, |value|). */
  readonly rounding: number;
  /** Every shape of the kind; generated models go through them in turn. */
  readonly shapes: readonly ((random: Random) => ClaimModel)[];
}
