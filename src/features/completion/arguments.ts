import { families } from '../../model/families';
import { isFamilyName, parameterDomains, parameterMarkdown } from '../docs/family';
import type { Draft } from './item';
import type { Place } from './place';

/** The names of the distribution's parameters that have no argument yet. */
export function argumentNames({ call, next }: Place): Draft[] {
  if (!call || !isFamilyName(call.callee)) return [];
  const { parameters } = families[call.callee];
  return parameters
    .filter(({ name }, i) => i >= call.unnamed && !call.names.includes(name))
    .map((parameter) => ({
      label: `${parameter.name}:`,
      kind: 'argument',
      detail: parameterDomains[parameter.domain],
      documentation: parameterMarkdown(parameter),
      insert: next === ':' || next === '=' ? parameter.name : `${parameter.name}: `,
    }));
}
