import { describe, expect, it } from 'vitest';
import {
  fitMethodMarkdown,
  fitMethodNames,
  fitMethods,
  fitOptionMarkdown,
  fitOptionNames,
  fitOptions,
  isFitMethod,
  isFitOption,
} from '../../../src/features/docs/fit';
import { analyse } from '../../../src/language/analyse';
import { blocks } from './catalogue';

const mistakes = (text: string) =>
  analyse(`observed x ~ Normal(0, 1)\n${text}`).diagnostics.filter(({ severity }) => severity === 'error');

describe('the documentation of fits', () => {
  it('has the methods and options of the language', () => {
    expect(fitMethodNames).toEqual(['em', 'gradient', 'elbo', 'iwae']);
    expect(fitOptionNames).toEqual(['steps', 'rate', 'batch', 'samples', 'restarts', 'seed']);
    expect(fitMethodNames.every(isFitMethod)).toBe(true);
    expect(fitOptionNames.every(isFitOption)).toBe(true);
    expect([isFitMethod('adam'), isFitOption('step')]).toEqual([false, false]);
  });

  it.each(fitMethodNames)('of %s has a sound example', (name) => {
    const [example] = blocks(fitMethodMarkdown(name));
    expect(example?.startsWith(`fit ${name}(`)).toBe(true);
    expect(mistakes(example!)).toEqual([]);
    expect(fitMethodMarkdown(name)).toContain(fitMethods[name].doc);
  });

  it.each(fitOptionNames)('of %s has a value that it can have', (name) => {
    const [example] = blocks(fitOptionMarkdown(name));
    expect(example).toBe(`fit gradient(${name} = ${fitOptions[name].value})`);
    expect(mistakes(example!)).toEqual([]);
  });
});
