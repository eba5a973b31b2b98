import type { ValueType } from '../../model/type';
import { shapeInWords } from './valueType';

/** What the draws of a distribution are, for a comparison of two: `a real number`, `a vector of 3 whole numbers`. */
export function drawsInWords(type: ValueType): string {
  const words = {
    real: ['a real number', 'real numbers'],
    integer: ['a whole number', 'whole numbers'],
    boolean: ['true or false', 'true or false'],
    category: [categories(type), categories(type)],
  }[type.kind];
  return type.shape.length === 0 ? words[0]! : `${shapeInWords(type.shape)} (${words[1]})`;
}

function categories(type: ValueType): string {
  if (type.labels && type.labels.length <= 4) return `one of ${type.labels.join(', ')}`;
  return `one of ${type.count ?? 0} categories`;
}
