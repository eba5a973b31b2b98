import { type FamilyName, families } from '../../model/families';
import { type FunctionName, functions } from '../../model/functions';

// Sets, because every rule asks of every name, and this is many times faster than asking an object.
const familyNames: ReadonlySet<string> = new Set(Object.keys(families));
const functionNames: ReadonlySet<string> = new Set(Object.keys(functions));

export function isFamily(name: string): name is FamilyName {
  return familyNames.has(name);
}

export function isFunction(name: string): name is FunctionName {
  return functionNames.has(name);
}
