import fc from 'fast-check';
import { halfTyped } from './halfTyped';
import { structural } from './structural';
import { characterMutant, meaningMutant, mixture, networkCalls, tokenMutant } from './texts';

/** A text that is nearly a model, of any of the kinds. */
export const mutant: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: structural, weight: 5 },
  { arbitrary: meaningMutant, weight: 2 },
  { arbitrary: tokenMutant, weight: 2 },
  { arbitrary: characterMutant, weight: 1 },
  { arbitrary: halfTyped, weight: 1 },
  { arbitrary: mixture, weight: 1 },
  { arbitrary: networkCalls, weight: 1 },
);
