import fc from 'fast-check';
import { symbols } from '../../src/language/syntax/token';
import { small } from './texts';

const scraps = [
  ...[...symbols, '"', '//', '/*', '*/', '\n', ' ', ';'],
  ...[
    'latent ',
    'observed ',
    'param ',
    'case ',
    'for ',
    'in ',
    'data ',
    'from ',
    'columns ',
    'Normal(',
    'z',
    'x[t]',
    '0.5',
  ],
];

/** A model with a few parts cut out, doubled or put in: text as it is while someone types. */
export const halfTyped: fc.Arbitrary<string> = fc
  .record({
    model: fc.constantFrom(...small),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 12 }),
        scrap: fc.constantFrom('', ...scraps),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ model, changes }) =>
    changes.reduce((text, { at, length, scrap }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + scrap + text.slice(start + length);
    }, model),
  );
