import type { Fit, FitMethod } from '../../model/model';
import { lvmBlock, paragraphs } from './markdown';

interface MethodDoc {
  readonly detail: string;
  readonly doc: string;
  readonly example: string;
}

/** What the editor says of the methods of `fit`. */
export const fitMethods: Readonly<Record<FitMethod, MethodDoc>> = {
  em: {
    detail: 'expectation maximisation',
    doc: 'Expectation maximisation: takes the responsibilities of the components under the present parameters, then the parameters that fit them best, in turn. For finite latents.',
    example: 'fit em(steps = 50, restarts = 4)',
  },
  gradient: {
    detail: 'gradient ascent of the log likelihood',
    doc: 'Climbs the log marginal likelihood of the data by its gradient. For marginals that can be computed.',
    example: 'fit gradient(steps = 500, rate = 0.01)',
  },
  elbo: {
    detail: 'gradient ascent of the evidence lower bound',
    doc: 'Climbs the evidence lower bound, with an approximate posterior that is learnt beside the model.',
    example: 'fit elbo(steps = 2000, rate = 0.001, batch = 64)',
  },
  iwae: {
    detail: 'gradient ascent of the importance-weighted bound',
    doc: 'Climbs the importance-weighted bound, which is tighter the more samples it takes for each point of the data.',
    example: 'fit iwae(steps = 2000, samples = 16)',
  },
};

export type FitOptionName = keyof Fit['options'];

interface OptionDoc {
  readonly detail: string;
  readonly doc: string;
  /** What is put in as a start. */
  readonly value: string;
}

/** What the editor says of the options of `fit`. */
export const fitOptions: Readonly<Record<FitOptionName, OptionDoc>> = {
  steps: { detail: 'how many steps', doc: 'How many steps the fit takes.', value: '500' },
  rate: { detail: 'learning rate', doc: 'The learning rate: how far one step goes along the gradient.', value: '0.01' },
  batch: { detail: 'rows a step', doc: 'How many rows of the data one step looks at.', value: '64' },
  samples: { detail: 'draws a row', doc: 'How many draws of the latents one row of the data takes.', value: '16' },
  restarts: { detail: 'starts, the best is kept', doc: 'How many starts are tried; the best fit is kept.', value: '4' },
  seed: {
    detail: 'seed of the randomness',
    doc: 'The seed: the same seed gives the same fit. 0 is a seed like any other.',
    value: '0',
  },
};

export const fitMethodNames = Object.keys(fitMethods) as FitMethod[];
export const fitOptionNames = Object.keys(fitOptions) as FitOptionName[];

export function isFitMethod(name: string): name is FitMethod {
  return Object.hasOwn(fitMethods, name);
}

export function isFitOption(name: string): name is FitOptionName {
  return Object.hasOwn(fitOptions, name);
}

/** A whole hover of one method. */
export function fitMethodMarkdown(name: FitMethod): string {
  const { doc, detail, example } = fitMethods[name];
  return paragraphs(`**${name}**: ${detail}`, doc, lvmBlock(example));
}

/** A whole hover of one option. */
export function fitOptionMarkdown(name: FitOptionName): string {
  const { doc, detail, value } = fitOptions[name];
  return paragraphs(`**${name}**: ${detail}`, doc, lvmBlock(`fit gradient(${name} = ${value})`));
}
