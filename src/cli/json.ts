/** What the command line writes as JSON: plain data, in which a map is an object whose keys keep their order. */
export type Json =
  | null
  | boolean
  | number
  | string
  | Float64Array
  | readonly Json[]
  | ReadonlyMap<string, Json>
  | { readonly [key: string]: Json };

/** JSON on one line. Numbers are as short as they can be and still read back as the same number; those that JSON lacks are strings. */
export function toJson(value: Json): string {
  if (typeof value === 'number') return jsonNumber(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Float64Array) return `[${Array.from(value, jsonNumber).join(',')}]`;
  if (isList(value)) return `[${value.map(toJson).join(',')}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${toJson(entry)}`).join(',')}}`;
}

/** A number, or `"Infinity"`, `"-Infinity"`, `"NaN"`. */
export function jsonNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : `"${value}"`;
}

function isList(value: Json & object): value is readonly Json[] {
  return Array.isArray(value);
}
