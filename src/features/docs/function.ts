import { type FunctionName, functions } from '../../model/functions';
import { lvmBlock, paragraphs } from './markdown';

export const functionNames = Object.keys(functions) as FunctionName[];

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** The names in a signature: `dot(v, w)` has `v` and `w`; a trailing `…` says that there may be more. */
export function functionParameters(name: FunctionName): string[] {
  const { signature } = functions[name];
  return signature
    .slice(signature.indexOf('(') + 1, signature.lastIndexOf(')'))
    .split(',')
    .map((part) => part.trim());
}

/** A whole hover of one built-in function. */
export function functionMarkdown(name: FunctionName): string {
  const { signature, doc, example } = functions[name];
  return paragraphs(lvmBlock(signature), doc, lvmBlock(`let y = ${example}`));
}
