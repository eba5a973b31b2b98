import { describe, expect, it } from 'vitest';
import {
  familyBody,
  familyMarkdown,
  familyNames,
  familySignature,
  isFamilyName,
  parameterDomains,
  parameterLabel,
  parameterMarkdown,
} from '../../../src/features/docs/family';
import { families } from '../../../src/model/families';
import { blocks, formMistakes } from './catalogue';

describe('the documentation of a distribution', () => {
  it('has a signature with defaults', () => {
    expect(familySignature('Normal')).toBe('Normal(mean, sd)');
    expect(familySignature('StudentT')).toBe('StudentT(df, loc = 0, scale = 1)');
  });

  it('says of a parameter what it may be, what it is if left out, and what it means', () => {
    const [df, loc] = families.StudentT.parameters;
    expect([parameterLabel(df!), parameterLabel(loc!)]).toEqual(['df', 'loc = 0']);
    expect(parameterMarkdown(df!)).toBe(`${df!.doc} Domain: > 0.`);
    expect(parameterMarkdown(loc!)).toBe(`${loc!.doc} Domain: any number; 0 if left out.`);
    expect(parameterDomains['unit-open']).toBe('in (0, 1)');
  });

  it.each(familyNames)('of %s has formula, support, all parameters and a sound example', (name) => {
    const { formula, supportText, parameters, doc, example, discrete } = families[name];
    const text = familyMarkdown(name);
    expect(text.startsWith(`\`\`\`lvm\n${familySignature(name)}\n\`\`\``)).toBe(true);
    expect(text.endsWith(familyBody(name))).toBe(true);
    for (const part of [formula, supportText, doc, ...parameters.map((parameter) => parameter.doc)])
      expect(text).toContain(part);
    expect(text.includes('(discrete)')).toBe(discrete);
    expect(blocks(familyBody(name))).toEqual([example]);
    expect(formMistakes(example)).toEqual([]);
  });

  it('knows the names of the catalogue and no others', () => {
    expect(familyNames.every(isFamilyName)).toBe(true);
    expect(['normal', 'toString', 'exp'].some(isFamilyName)).toBe(false);
  });
});
