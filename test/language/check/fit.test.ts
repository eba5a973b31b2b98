import { expect, it } from 'vitest';
import { fitMethods, fitOptions, isFitOption } from '../../../src/language/check/fit';

it('knows the methods and the options of the language', () => {
  expect(fitMethods).toEqual(['em', 'gradient', 'elbo', 'iwae']);
  expect(Object.keys(fitOptions)).toEqual(['steps', 'rate', 'batch', 'samples', 'restarts', 'seed']);
  expect([isFitOption('seed'), isFitOption('toString')]).toEqual([true, false]);
});

it('lets a seed be 0 and nothing else', () => {
  const zeros = Object.entries(fitOptions).filter(([, { least }]) => least === 0);
  expect(zeros.map(([name]) => name)).toEqual(['seed']);
});
