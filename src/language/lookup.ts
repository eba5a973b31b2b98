import { type FamilyName, families } from '../model/families';
import { type FunctionName, functions } from '../model/functions';

export function isFamily(name: string): name is FamilyName {
  return Object.hasOwn(families, name);
}

export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}
