import { expect, test } from 'vitest';
import { families } from '../../src/model/families';
import { familyGrips } from '../../webview/handles/familyGrips';

const all = Object.entries(familyGrips).flatMap(([family, grips]) => grips.map((grip) => ({ family, ...grip })));

test.each(all)('$parameter of $family is a parameter of the catalogue', ({ family, parameter }) => {
  const { parameters } = families[family as keyof typeof families];
  expect(parameters.map(({ name }) => name)).toContain(parameter);
});

test.each(all)('a drag of $parameter of $family back to its place changes nothing', ({ place, value }) => {
  for (const centre of [-2, 0, 3]) expect(value(place(0.75, centre), centre)).toBeCloseTo(0.75, 12);
});

test.each(all)(
  '$parameter of $family need not be whole: no grip writes a fraction where none may stand',
  ({ family, parameter }) => {
    const { parameters } = families[family as keyof typeof families];
    expect(['count', 'integer']).not.toContain(parameters.find(({ name }) => name === parameter)?.domain);
  },
);
