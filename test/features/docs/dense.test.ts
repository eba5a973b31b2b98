import { describe, expect, it } from 'vitest';
import {
  activationMarkdown,
  activationNames,
  denseDoc,
  denseMarkdown,
  denseParameters,
  denseSignature,
  isActivationName,
} from '../../../src/features/docs/dense';
import { activations } from '../../../src/model/activations';
import { blocks, formMistakes } from './catalogue';

describe('the documentation of layers', () => {
  it('shows signature, meaning and a network', () => {
    const [signature, example] = blocks(denseMarkdown());
    expect(signature).toBe(denseSignature);
    expect(denseMarkdown()).toContain(denseDoc);
    expect(formMistakes(example!)).toEqual([]);
    expect(`dense(${denseParameters.map(({ label }) => label).join(', ')})`).toBe(denseSignature);
  });

  it('names every activation with the second parameter', () => {
    for (const name of activationNames) expect(denseParameters[1].doc).toContain(`\`${name}\``);
  });

  it.each(activationNames)('of %s has its formula and a sound example', (name) => {
    const text = activationMarkdown(name);
    expect(text).toContain(activations[name].formula);
    expect(text).toContain(activations[name].doc);
    expect(formMistakes(blocks(text)[0]!)).toEqual([]);
    expect(isActivationName(name)).toBe(true);
  });

  it('knows no other activation', () => {
    expect(['Tanh', 'valueOf', 'sin'].some(isActivationName)).toBe(false);
  });
});
