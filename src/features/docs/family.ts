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

/** One parameter in a sentence: its domain, its default and what it means. */
export function parameterMarkdown(parameter: FamilyParameter): string {
  const standard = parameter.default === undefined ? '' : `, ${parameter.default} if left out`;
  return `${parameterDomains[parameter.domain]}${standard}. ${parameter.doc}`;
}

/** A whole hover of one distribution: signature, what it is for, formula, support, parameters, example. */
export function familyMarkdown(name: FamilyName): string {
  return paragraphs(lvmBlock(familySignature(name)), familyBody(name));
}

/** The same without the signature, for places that show it themselves. */
export function familyBody(name: FamilyName): string {
  const family = families[name];
  return paragraphs(
    family.doc,
    code(family.formula),
    `**Support:** ${family.supportText}${family.discrete ? ' (discrete)' : ''}`,
    bullets(family.parameters.map((parameter) => `${code(parameter.name)}: ${parameterMarkdown(parameter)}`)),
    lvmBlock(family.example),
  );
}
