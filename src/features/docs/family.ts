import { type FamilyName, type FamilyParameter, families, type ParameterDomain } from '../../model/families';
import { bullets, code, lvmBlock, paragraphs } from './markdown';

/** The domain of a parameter in the words that stand behind its name. */
export const parameterDomains: Readonly<Record<ParameterDomain, string>> = {
  real: 'any number',
  positive: '> 0',
  nonnegative: '≥ 0',
  unit: 'in [0, 1]',
  'unit-above-zero': 'in (0, 1]',
  'unit-open': 'in (0, 1)',
  count: 'an integer ≥ 0',
  integer: 'an integer',
  simplex: 'probabilities that sum to 1',
  'positive-vector': 'a vector of numbers > 0',
  vector: 'a vector',
  covariance: 'a symmetric positive definite matrix',
  any: 'anything',
};

export const familyNames = Object.keys(families) as FamilyName[];

export function isFamilyName(name: string): name is FamilyName {
  return Object.hasOwn(families, name);
}

/** `mean`, or `loc = 0` where it may be left out. */
export function parameterLabel(parameter: FamilyParameter): string {
  return parameter.default === undefined ? parameter.name : `${parameter.name} = ${parameter.default}`;
}

/** `StudentT(df, loc = 0, scale = 1)` */
export function familySignature(name: FamilyName): string {
  return `${name}(${families[name].parameters.map(parameterLabel).join(', ')})`;
}

/** One parameter in words: what it means, its domain and its default. */
export function parameterMarkdown(parameter: FamilyParameter): string {
  const standard = parameter.default === undefined ? '' : `; ${parameter.default} if left out`;
  return `${parameter.doc} Domain: ${parameterDomains[parameter.domain]}${standard}.`;
}

/** A whole hover of one distribution: signature, what it is for, formula, support, parameters, example. */
export function familyMarkdown(name: FamilyName): string {
  return paragraphs(lvmBlock(familySignature(name)), familyBody(name));
}

/** What a distribution is for, its formula and its support, for places that show its parameters by themselves. */
export function familySummary(name: FamilyName): string {
  const { doc, formula, supportText, discrete } = families[name];
  return paragraphs(doc, code(formula), `**Support:** ${supportText}${discrete ? ' (discrete)' : ''}`);
}

/** A whole hover but for the signature, for places that show it by themselves. */
export function familyBody(name: FamilyName): string {
  const family = families[name];
  return paragraphs(
    familySummary(name),
    bullets(family.parameters.map((parameter) => `${code(parameter.name)}: ${parameterMarkdown(parameter)}`)),
    lvmBlock(family.example),
  );
}
