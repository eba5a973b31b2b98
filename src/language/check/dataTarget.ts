import type { ValueType } from '../../model/type';
import { isChain, type Scope } from '../names/scope';
import type { DataStatement } from '../syntax/tree';
import { type Shape, sizeOf } from '../types/valueType';

/** The observed variable that data is for. */
export interface DataTarget {
  readonly name: string;
  /** Of one draw or, for a chain, of one element. */
  readonly type: ValueType;
  /** Of one observation: for a chain all of its elements, along a first axis. */
  readonly shape: Shape;
  /** The numbers in one observation. */
  readonly size: number;
}

/** null where the variable is not observed or not understood. */
export function dataTarget({ name }: DataStatement, scope: Scope): DataTarget | null {
  const definition = name && scope.globals.get(name.text);
  if (definition?.kind !== 'observed' || definition.type === null) return null;
  const { type, range } = definition;
  if (range === null && isChain(definition)) return null;
  const shape = range === null ? type.shape : [range[1] - range[0] + 1, ...type.shape];
  return { name: definition.name, type, shape, size: sizeOf(shape) };
}
