import type { ValueType } from '../../model/type';

/** Shared types, so that a literal allocates none. */
export const real: ValueType = { kind: 'real', shape: [] };
export const integer: ValueType = { kind: 'integer', shape: [] };
export const boolean: ValueType = { kind: 'boolean', shape: [] };

export type Shape = readonly number[];

/** Vectors longer than this are rare: each has a type of its own. */
const longestShared = 64;

const realVectors: (ValueType | undefined)[] = new Array(longestShared + 1).fill(undefined);

/** The type of a vector of real numbers, shared too where it is short. */
export function realVector(length: number): ValueType {
  const shared = realVectors[length];
  if (shared !== undefined) return shared;
  const type: ValueType = { kind: 'real', shape: [length] };
  if (length <= longestShared) realVectors[length] = type;
  return type;
}

/** A number, or an array of numbers, without categories. */
export function numeric(kind: 'real' | 'integer', shape: Shape): ValueType {
  if (shape.length === 0) return kind === 'real' ? real : integer;
  return kind === 'real' && shape.length === 1 ? realVector(shape[0]!) : { kind, shape };
}

/** How many numbers a value of this shape holds; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a === b || (a.length === b.length && a.every((length, axis) => length === b[axis]));
}

/** The shape of an elementwise operation: a scalar goes with anything, otherwise the shapes must be equal; null where they are not. */
export function broadcast(a: Shape, b: Shape): Shape | null {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return sameShape(a, b) ? a : null;
}

export function sameCategories(a: ValueType, b: ValueType): boolean {
  if (a.count !== b.count) return false;
  if (a.labels === b.labels) return true;
  if (a.labels === undefined || b.labels === undefined) return false;
  const other = b.labels;
  return a.labels.every((label, code) => label === other[code]);
}

/** True for everything but categories with names: those are not numbers. */
export function isNumeric(type: ValueType): boolean {
  return type.labels === undefined;
}

/** The kind of a sum, difference or product: whole where both operands are. */
export function arithmeticKind(a: ValueType, b: ValueType): 'real' | 'integer' {
  return a.kind === 'real' || b.kind === 'real' ? 'real' : 'integer';
}

/** The kind that holds the values of both; numbers and unlike categories meet in the numbers. */
export function joinKinds(a: ValueType, b: ValueType, shape: Shape): ValueType {
  if (a.kind === b.kind && sameCategories(a, b)) return sameShape(a.shape, shape) ? a : { ...a, shape };
  return numeric(arithmeticKind(a, b), shape);
}

export function withShape(type: ValueType, shape: Shape): ValueType {
  if (type.kind === 'real') return numeric('real', shape);
  return sameShape(type.shape, shape) ? type : { ...type, shape };
}

/** `a number`, `a vector of 3`, `a 2 by 3 matrix`. */
export function shapeInWords(shape: Shape): string {
  if (shape.length === 0) return 'a number';
  if (shape.length === 1) return `a vector of ${shape[0]}`;
  if (shape.length === 2) return `a ${shape[0]} by ${shape[1]} matrix`;
  return `an array of ${shape.join(' by ')}`;
}

/** What a value is, for a sentence: `a whole number`, `one of 3 categories`, `a vector of 2`. */
export function typeInWords(type: ValueType): string {
  if (type.shape.length > 0) {
    const of = { real: '', integer: ' (whole numbers)', boolean: ' (true or false)', category: ' (categories)' };
    return shapeInWords(type.shape) + of[type.kind];
  }
  switch (type.kind) {
    case 'real':
      return 'a number';
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'category':
      return `one of ${type.count ?? 0} categories`;
  }
}

interface Draws {
  readonly type: ValueType;
  readonly point: boolean;
}

/** Whether draws of two distributions can be draws of one variable: alike in kind and shape, a point going with any kind of number. */
export function joinsWith(a: Draws, b: Draws): boolean {
  if (!sameShape(a.type.shape, b.type.shape)) return false;
  if (a.point || b.point) return isNumeric(a.type) === isNumeric(b.type);
  return a.type.kind === b.type.kind && sameCategories(a.type, b.type);
}
