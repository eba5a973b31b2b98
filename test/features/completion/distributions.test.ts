import { describe, expect, it } from 'vitest';
import { familyNames } from '../../../src/features/docs/family';
import { analyse } from '../../../src/language/analyse';
import { accept, item, labels, ofKind } from '../completing';

describe('distributions', () => {
  it.each([
    'latent z ~ <|>',
    'latent z ~<|>',
    'latent z ~ Nor<|>',
    'latent z ~ <|>(0, 1)',
    'observed x | z ~ <|>\nlatent z ~ Normal(0, 1)',
    'latent z ~ <|>^2',
    'latent z ~ (<|>',
    'observed y | k ~ case k { blue: <|> }',
    'observed y | k ~ case k { blue: Normal(0, 1), orange: <|>',
    'observed y | k ~ case k { else: <|>',
  ])('are all offered, and nothing else but a table, at %s', (source) => {
    expect(labels(source)).toEqual([...familyNames, 'case']);
  });

  it.each(['latent z ~ Normal(<|>', 'let y = <|>', 'param mu = <|>', 'latent z ~ Normal(case k { true: <|>'])(
    'are not offered where a number belongs: %s',
    (source) => {
      expect(ofKind('distribution', source)).toEqual([]);
    },
  );

  it('are documented with formula, support, parameters and an example', () => {
    const { documentation, detail, show } = item('StudentT', 'latent z ~ <|>');
    expect(detail).toBe('(df, loc = 0, scale = 1)');
    expect(show).toBe('signature');
    expect(documentation).toContain('Γ((df + 1)/2)');
    expect(documentation).toContain('**Support:** all real x');
    expect(documentation).toContain('Domain: > 0; 1 if left out.');
    expect(documentation).toContain('```lvm\nobserved x ~ StudentT(4, 0, 1)\n```');
  });

  it.each(familyNames)('%s makes a sound model as it comes', (name) => {
    const text = accept(name, 'observed x ~ <|>');
    expect(analyse(text).diagnostics).toEqual([]);
    expect(text.startsWith(`observed x ~ ${name}(`)).toBe(true);
  });

  it('keep the arguments that are there', () => {
    expect(accept('Laplace', 'observed x ~ Nor<|>mal(2, 3)')).toBe('observed x ~ Laplace(2, 3)');
  });

  it('offer a table with its braces', () => {
    expect(accept('case', 'observed x ~ <|>')).toBe('observed x ~ case  {  }');
    expect(accept('case', 'observed x ~ <|> k { }')).toBe('observed x ~ case k { }');
  });
});
