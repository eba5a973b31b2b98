import { expect, it } from 'vitest';
import { refusalSentence } from '../../../webview/engine/discrete/refusal';

it('gives the variables and numbers of a table that is too large', () => {
  const refused = { kind: 'too-large', variables: ['a', 'b'], states: 5_000_000, limit: 4_194_304 } as const;
  expect(refusalSentence(refused)).toBe(
    'The exact sum would need a table of 5,000,000 joint states of a, b, more than the 4,194,304 that fit. Give them fewer states or fewer parents, or observe some of them.',
  );
  const variables = Array.from({ length: 60 }, (_, i) => `z[${i + 1}]`);
  expect(refusalSentence({ ...refused, variables, states: 2 ** 60 })).toContain(
    'a table of 1e+18 joint states of z[1], z[2], z[3] and 57 more',
  );
});

it('names a variable that has no states to go through', () => {
  expect(refusalSentence({ kind: 'not-enumerable', variable: 'z' })).toBe(
    'z is continuous or has too many values to go through one by one. Observe it, or ask about variables that do not depend on it.',
  );
});
