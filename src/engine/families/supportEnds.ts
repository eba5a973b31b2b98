import { type FamilyName, families } from '../../model/families';

/** The ends of a support, infinite or not. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * The ends of a family's support; infinite where it is not one of numbers.
 * @param parameters null for what holds whatever they are
 */
export function supportEnds(name: FamilyName, parameters: readonly number[] | null): Ends {
  const { support, parameters: described } = families[name];
  const value = (wanted: string) => parameters?.[described.findIndex((parameter) => parameter.name === wanted)];
  switch (support) {
    case 'interval':
      return { low: value('low') ?? Number.NEGATIVE_INFINITY, high: value('high') ?? Number.POSITIVE_INFINITY };
    case 'above-scale':
      return { low: value('scale') ?? Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    case 'nonnegative':
    case 'positive':
    case 'naturals':
      return { low: 0, high: Number.POSITIVE_INFINITY };
    case 'unit':
    case 'boolean':
    case 'simplex':
      return { low: 0, high: 1 };
    case 'circle':
      return { low: -Math.PI, high: Math.PI };
    default:
      return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  }
}
