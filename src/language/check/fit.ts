import type { Fit, FitMethod } from '../../model/model';

export const fitMethods: readonly FitMethod[] = ['em', 'gradient', 'elbo', 'iwae'];

export type FitOptionName = keyof Fit['options'];

interface OptionDomain {
  readonly whole: boolean;
  readonly least: number;
  /** What a value must be, as the end of a sentence. */
  readonly words: string;
}

const positiveWhole: OptionDomain = { whole: true, least: 1, words: 'a whole number of at least 1' };

/** The options of `fit` and what their values can be. */
export const fitOptions: Readonly<Record<FitOptionName, OptionDomain>> = {
  steps: positiveWhole,
  rate: { whole: false, least: Number.MIN_VALUE, words: 'a number above 0' },
  batch: positiveWhole,
  samples: positiveWhole,
  restarts: positiveWhole,
  seed: { whole: true, least: 0, words: 'a whole number of at least 0' },
};

export function isFitOption(name: string): name is FitOptionName {
  return Object.hasOwn(fitOptions, name);
}
