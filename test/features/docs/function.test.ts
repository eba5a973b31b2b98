import { describe, expect, it } from 'vitest';
import {
  functionMarkdown,
  functionNames,
  functionParameters,
  isFunctionName,
} from '../../../src/features/docs/function';
import { functions } from '../../../src/model/functions';
import { blocks, formMistakes } from './catalogue';

describe('the documentation of a function', () => {
  it('reads the parameters from the signature', () => {
    expect(functionParameters('exp')).toEqual(['a']);
    expect(functionParameters('dot')).toEqual(['v', 'w']);
    expect(functionParameters('max')).toEqual(['a', 'b', '…']);
  });

  it.each(functionNames)('of %s has signature, meaning and a sound example', (name) => {
    const { signature, doc, example } = functions[name];
    expect(functionMarkdown(name)).toContain(doc);
    expect(blocks(functionMarkdown(name))).toEqual([signature, `let y = ${example}`]);
    expect(formMistakes(`let y = ${example}`)).toEqual([]);
  });

  it('knows the built-in names and no others', () => {
    expect(functionNames.every(isFunctionName)).toBe(true);
    expect(['Exp', 'constructor', 'Normal', 'dense'].some(isFunctionName)).toBe(false);
  });
});
