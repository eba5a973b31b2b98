import { expect, it } from 'vitest';
import { functions } from '../../src/model/functions';

it('are those of the language', () => {
  expect(Object.keys(functions).sort()).toEqual(
    'exp log sqrt abs sin cos tanh sigmoid softplus relu square min max sum dot matmul concat'.split(' ').sort(),
  );
});

it.each(Object.entries(functions))(
  '%s is called by its name in signature and example',
  (name, { signature, example, doc }) => {
    expect(signature.startsWith(`${name}(`)).toBe(true);
    expect(example).toContain(`${name}(`);
    expect(doc).toMatch(/\.$/);
  },
);
