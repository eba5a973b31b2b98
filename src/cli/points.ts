import { badUsage } from './failure';
import type { JsonSource } from './jsonSource';
import type { Named } from './names';
import { readValue, sizeOfType } from './values';

/**
 * Reads the points at which a density is wanted: an array with a value of the variable for each point; of several variables an
 * array with a value of each, or all their numbers in one row. The value of a chain that is named whole is an array of its elements'.
 * @returns for each element of the variables, in their order, points × its size
 * @throws Failure where a point is none
 */
export function readPoints({ name, value }: JsonSource, variables: readonly Named[]): Float64Array[] {
  if (!Array.isArray(value)) throw badUsage(`${name} must be an array with an entry for each point.`);
  if (value.length === 0) throw badUsage(`${name} has no points.`);
  const sizes = variables.flatMap(({ variable, elements }) => elements.map(() => sizeOfType(variable.type)));
  const parts = sizes.map((size) => new Float64Array(value.length * size));
  value.forEach((point: unknown, i) => {
    const numbers = readPoint(point, variables, `${name}, point ${i + 1}`);
    let at = 0;
    sizes.forEach((size, element) => {
      parts[element]!.set(numbers.slice(at, at + size), i * size);
      at += size;
    });
  });
  return parts;
}

/** The numbers of all variables, one after the other. */
function readPoint(point: unknown, variables: readonly Named[], where: string): number[] {
  const [only, ...others] = variables;
  if (only !== undefined && others.length === 0) return readEntry(point, only, where);
  const names = variables.map(({ written }) => written).join(', ');
  const total = variables.reduce((sum, named) => sum + sizeOf(named), 0);
  if (!Array.isArray(point)) throw badUsage(`${where}: an array is needed, with a value for each of ${names}.`);
  const entry = (named: Named, value: unknown) => readEntry(value, named, `${where}, ${named.written}`);
  if (point.length === variables.length) return variables.flatMap((named, i) => entry(named, point[i]));
  if (point.length !== total) {
    const row = total === variables.length ? '' : `, or ${total} numbers in one row`;
    throw badUsage(
      `${where} has ${point.length} entries; it takes ${variables.length}, a value for each of ${names}${row}.`,
    );
  }
  let at = 0;
  return variables.flatMap((named) => {
    const start = at;
    at += sizeOf(named);
    return entry(named, point.slice(start, at));
  });
}

/** The numbers of one variable: as an array of its shape, or all in one row. */
function readEntry(value: unknown, named: Named, where: string): number[] {
  const { type } = named.variable;
  const shape = shapeOf(named);
  const inRow = Array.isArray(value) && value.length === sizeOf(named) && !value.some(Array.isArray);
  if (!inRow || shape.length === 1) return readValue(value, type, where, shape);
  return value.flatMap((item: unknown) => readValue(item, type, where, []));
}

function shapeOf({ variable: { type }, elements, whole }: Named): readonly number[] {
  return whole ? [elements.length, ...type.shape] : type.shape;
}

function sizeOf({ variable: { type }, elements }: Named): number {
  return elements.length * sizeOfType(type);
}
