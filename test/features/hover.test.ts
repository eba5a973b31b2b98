import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationMarkdown, denseMarkdown } from '../../src/features/docs/dense';
import { domainMarkdown } from '../../src/features/docs/domain';
import { familyMarkdown } from '../../src/features/docs/family';
import { fitMethodMarkdown, fitOptionMarkdown } from '../../src/features/docs/fit';
import { functionMarkdown } from '../../src/features/docs/function';
import { keywordMarkdown } from '../../src/features/docs/keyword';
import { hover } from '../../src/features/hover';
import { analyse } from '../../src/language/analyse';
import { halfTyped } from '../mutations/halfTyped';
import { analysed } from './cursor';

const at = (source: string) => {
  const { analysis, offset } = analysed(source);
  const found = hover(analysis, offset);
  return found && [analysis.text.slice(found.span.start, found.span.end), found.markdown];
};

describe('hover', () => {
  it.each([
    ['latent z ~ Nor<|>mal(0, 1)', 'Normal', familyMarkdown('Normal')],
    ['latent z ~ <|>Normal(', 'Normal', familyMarkdown('Normal')],
    ['latent z ~ Normal<|>', 'Normal', familyMarkdown('Normal')],
    ['let y = ex<|>p(1)', 'exp', functionMarkdown('exp')],
    ['network f(z) = z -> den<|>se(2)', 'dense', denseMarkdown()],
    ['network f(z) = z -> dense(2, ta<|>nh)', 'tanh', activationMarkdown('tanh')],
    ['param s: pos<|>itive = 1', 'positive', domainMarkdown('positive')],
    ['fit e<|>m(steps = 3)', 'em', fitMethodMarkdown('em')],
    ['fit em(st<|>eps = 3)', 'steps', fitOptionMarkdown('steps')],
    ['lat<|>ent z ~ Normal(0, 1)', 'latent', keywordMarkdown('latent')],
    ['latent z[t] ~ Normal(0, 1) f<|>or t in 1..3', 'for', keywordMarkdown('for')],
    ['latent z[t] ~ Normal(0, 1) for t i<|>n 1..3', 'in', keywordMarkdown('in')],
    ['data x fro<|>m "a.csv" columns a', 'from', keywordMarkdown('from')],
    ['data x from "a.csv" col<|>umns a', 'columns', keywordMarkdown('columns')],
    ['let y = ca<|>se r { true: 1, false: 2 }', 'case', keywordMarkdown('case')],
    ['let y = case r { tr<|>ue: 1, false: 2 }', 'true', keywordMarkdown('true')],
    ['let y = case r { true: 1, el<|>se: 2 }', 'else', keywordMarkdown('else')],
  ])('explains what the language defines at %s', (source, word, markdown) => {
    expect(at(source)).toEqual([word, markdown]);
  });

  it.each([
    'let y = 1<|>2',
    'let y <|>= 12',
    'let y = nobody<|>',
    'let y = 1 // Nor<|>mal',
    '/* lat<|>ent */',
    'model "lat<|>ent"',
    'data x from "fro<|>m.csv"',
    'let y = Nope<|>(1)',
    'param s: nope<|> = 1',
    '<|>',
    'let y = 1\n<|>\nlet z = 2',
  ])('is silent at %s', (source) => {
    expect(at(source)).toBeNull();
  });

  const model = `param mu = [1, 2]
latent k ~ Categorical(blue: 0.3, orange: 0.7)
observed x | k ~ Normal(mu[k], sd: 1)
observed y | k ~ case k { blue: Normal(0, 1), orange: Normal(1, 1) }
`;

  it('explains the names of arguments', () => {
    expect(at(model.replace('sd:', 's<|>d:'))).toEqual(['sd', '**sd** of Normal: Standard deviation. Domain: > 0.']);
    expect(at('latent z ~ Normal(nope<|>: 1)')).toBeNull();
  });

  it('explains labels, where they are defined and where they stand in a table', () => {
    const markdown = '**orange**: category 2 of 2 of `k`';
    expect(at(model.replace('orange: 0.7', 'or<|>ange: 0.7'))).toEqual(['orange', markdown]);
    expect(at(model.replace('orange: Normal', 'or<|>ange: Normal'))).toEqual(['orange', markdown]);
  });

  it('explains the names of the model', () => {
    expect(at(model.replace('mu[k]', '<|>mu[k]'))).toEqual([
      'mu',
      '```lvm\nparam mu = [1, 2]\n```\n\n**mu**: parameter: vector of 2 real numbers\n\nDomain `real`: any number (the default). Learnable.',
    ]);
  });

  it('never throws and covers the offset, at every offset of half-typed models', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        const analysis = analyse(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const found = hover(analysis, offset);
          if (!found) continue;
          expect(found.span.start <= offset && offset <= found.span.end).toBe(true);
          expect(found.markdown).not.toBe('');
        }
      }),
      { numRuns: 25, seed: 2 },
    );
  });
});
