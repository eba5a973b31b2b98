import type { ValueType } from '../../model/type';

const one = {
  real: 'real number',
  integer: 'integer',
  boolean: 'truth value',
  category: 'category',
} as const;

const many = {
  real: 'real numbers',
  integer: 'integers',
  boolean: 'truth values',
  category: 'categories',
} as const;

/**
 * A type in words: `real number`, `vector of 3 real numbers`, `2 × 3 matrix of integers`,
 * `category, one of blue, orange, green`, `category, one of 1…5`.
 */
export function typeWords(type: ValueType): string {
  return shapeWords(type) + choices(type);
}

/** The same with its article: `a vector of 3 real numbers`, `an integer`. */
export function aType(type: ValueType): string {
  const words = typeWords(type);
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

function shapeWords(type: ValueType): string {
  if (type.shape.length === 0) return one[type.kind];
  if (type.shape.length === 1) return `vector of ${count(type)}`;
  const sizes = type.shape.join(' × ');
  return type.shape.length === 2 ? `${sizes} matrix of ${many[type.kind]}` : `${sizes} array of ${many[type.kind]}`;
}

function count(type: ValueType): string {
  const n = type.shape[0] ?? 0;
  return `${n} ${n === 1 ? one[type.kind] : many[type.kind]}`;
}

/** Labels beyond this many are counted and not named. */
const namedLabels = 8;

function choices(type: ValueType): string {
  if (type.kind !== 'category') return '';
  if (type.labels) {
    const shown = type.labels.slice(0, namedLabels).join(', ');
    const rest = type.labels.length - namedLabels;
    return `, one of ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
  }
  return type.count === undefined ? '' : `, one of 1…${type.count}`;
}
