import type { DomainName } from '../../model/model';
import { stop } from '../snippet';
import { lvmBlock, paragraphs } from './markdown';

/** What the editor says of the domain of a `param`. */
interface DomainDoc {
  /** In a few words, for a list. */
  readonly detail: string;
  readonly doc: string;
  readonly example: string;
  /** What is typed, where it is more than the name. */
  readonly snippet?: string;
}

export const domains: Readonly<Record<DomainName, DomainDoc>> = {
  real: {
    detail: 'any number (the default)',
    doc: 'Any real number, or a vector or matrix of them. This is the domain of a parameter that names none.',
    example: 'param mu: real = [-2, 0.5, 3]',
  },
  positive: {
    detail: 'above 0',
    doc: 'Numbers above 0, for standard deviations, scales and rates. They are learnt on a log scale, so that a step never leaves the domain.',
    example: 'param sigma: positive = 0.7',
  },
  unit: {
    detail: 'between 0 and 1',
    doc: 'Numbers between 0 and 1, for single probabilities.',
    example: 'param p: unit = 0.2',
  },
  simplex: {
    detail: 'probabilities that sum to 1',
    doc: 'A vector of numbers that are not negative and sum to 1: the weights of a mixture, the probabilities of a category.',
    example: 'param weight: simplex = [0.3, 0.5, 0.2]',
  },
  ordered: {
    detail: 'a vector that rises',
    doc: 'A vector whose elements rise from one to the next. It keeps the components of a mixture from trading places.',
    example: 'param mu: ordered = [-2, 0.5, 3]',
  },
  interval: {
    detail: 'between two given numbers',
    doc: 'Numbers between the two that stand in the brackets.',
    example: 'param angle: interval(0, 3.14) = 1',
    snippet: `interval(${stop(1, '0')}, ${stop(2, '1')})`,
  },
  covariance: {
    detail: 'a symmetric positive definite matrix',
    doc: 'A symmetric positive definite matrix: the covariance of a multivariate normal distribution.',
    example: 'param S: covariance = [[1, 0.3], [0.3, 2]]',
  },
};

/** The names of the domains, in the order in which they are offered. */
export const domainNames = Object.keys(domains) as DomainName[];

export function isDomainName(name: string): name is DomainName {
  return Object.hasOwn(domains, name);
}

/** A whole hover of one domain. */
export function domainMarkdown(name: DomainName): string {
  const { doc, detail, example } = domains[name];
  return paragraphs(`**${name}**: ${detail}`, doc, lvmBlock(example));
}
