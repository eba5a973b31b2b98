import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureHelp } from '../../src/features/signatureHelp';
import { analyse } from '../../src/language/analyse';
import { halfTyped } from '../mutations/halfTyped';
import { analysed } from './cursor';

/** The label of the active signature with its active parameter in marks. */
const at = (source: string) => {
  const { analysis, offset } = analysed(source);
  const help = signatureHelp(analysis, offset);
  if (!help) return null;
  const { label, parameters, activeParameter } = help.signatures[help.activeSignature]!;
  const span = activeParameter === null ? undefined : parameters[activeParameter]?.label;
  return span ? `${label.slice(0, span[0])}«${label.slice(...span)}»${label.slice(span[1])}` : label;
};

describe('signatureHelp', () => {
  it.each([
    ['latent z ~ Normal(<|>', 'Normal(«mean», sd)'],
    ['latent z ~ Normal(<|>)', 'Normal(«mean», sd)'],
    ['latent z ~ Normal(0<|>, 1)', 'Normal(«mean», sd)'],
    ['latent z ~ Normal(0, <|>', 'Normal(mean, «sd»)'],
    ['latent z ~ Normal(sd: <|>', 'Normal(mean, «sd»)'],
    ['latent z ~ Normal(sd: 1, <|>', 'Normal(«mean», sd)'],
    ['latent z ~ Normal(0, 1, <|>', 'Normal(mean, sd)'],
    ['latent z ~ Normal(size: <|>', 'Normal(mean, sd)'],
    ['latent z ~ Normal([0, <|>1], 1)', 'Normal(«mean», sd)'],
    ['latent z ~ Normal((1 + <|>2), 1)', 'Normal(«mean», sd)'],
    ['latent z ~ Normal(0, exp(<|>', 'exp(«a»)'],
    ['latent z ~ Normal(0, exp(1)<|>', 'Normal(mean, «sd»)'],
    ['latent z ~ StudentT(4, <|>', 'StudentT(df, «loc = 0», scale = 1)'],
    ['latent z ~ Normal(\n  0,\n  <|>', 'Normal(mean, «sd»)'],
    ['observed y ~ case k { a: Normal(0, <|>', 'Normal(mean, «sd»)'],
    ['observed y ~ Bernoulli(case k { a: <|>', 'Bernoulli(«p»)'],
    ['let y = dot(v, <|>', 'dot(v, «w»)'],
    ['let y = max(1, 2, 3, 4, <|>', 'max(a, b, «…»)'],
    ['network f(z) = z -> dense(<|>', 'dense(«units», activation = linear)'],
    ['network f(z) = z -> dense(16, <|>', 'dense(units, «activation = linear»)'],
    ['network f(z) = z -> dense(activation: <|>', 'dense(units, «activation = linear»)'],
    ['param a: interval(0, <|>', 'interval(low, «high»)'],
    ['fit gradient(<|>', 'gradient(steps, rate, batch, samples, restarts, seed)'],
    ['fit gradient(rate = <|>', 'gradient(steps, «rate», batch, samples, restarts, seed)'],
    ['network f(a, b) = a\nlet y = f(1, <|>', 'f(a, «b»)'],
    ['latent k ~ Categorical(<|>', 'Categorical(«probabilities»)'],
    ['latent k ~ Categorical(blue: <|>', 'Categorical(«label: probability», …)'],
    ['latent k ~ Categorical(blue: 0.3, orange: <|>', 'Categorical(label: probability, «…»)'],
    ['latent k ~ Categorical(probabilities: <|>', 'Categorical(«probabilities»)'],
  ])('at %s is %s', (source, expected) => {
    expect(at(source)).toBe(expected);
  });

  it.each([
    'latent z ~ Normal<|>(0, 1)',
    'latent z ~ Normal(0, 1)<|>',
    'latent z ~ Normal(0, 1)\n<|>',
    'latent z ~ Normal(0, // <|>',
    'let y = nope(<|>',
    'network f(<|>',
    'fit nope(<|>',
    'param a: positive(<|>',
    'let y = (<|>',
    '<|>',
  ])('is silent at %s', (source) => {
    expect(at(source)).toBeNull();
  });

  it('explains parameters', () => {
    const { analysis, offset } = analysed('latent z ~ Normal(<|>');
    const [signature] = signatureHelp(analysis, offset)!.signatures;
    expect(signature?.parameters.map(({ documentation }) => documentation)).toEqual([
      'Mean. Domain: any number.',
      'Standard deviation. Domain: > 0.',
    ]);
    expect(signature?.documentation).toContain('**Support:** all real x');
  });

  it('tells the types of the arguments of a network', () => {
    const { analysis, offset } = analysed(
      'latent z ~ Normal(0, 1)^2\nnetwork f(u) = u -> dense(3)\nlet y = f(<|>z)\nobserved x | z ~ Normal(y, 1)',
    );
    const [signature] = signatureHelp(analysis, offset)!.signatures;
    expect(signature?.parameters[0]?.documentation).toBe('vector of 2 real numbers');
    expect(signature?.documentation).toBe('A network that gives a vector of 3 real numbers.');
  });

  it('never throws, and marks parts of its label, at every offset of half-typed models', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        const analysis = analyse(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const help = signatureHelp(analysis, offset);
          if (!help) continue;
          const { label, parameters, activeParameter } = help.signatures[help.activeSignature]!;
          expect(activeParameter === null || activeParameter < parameters.length).toBe(true);
          for (const { label: span } of parameters) expect(span[0] < span[1] && span[1] < label.length).toBe(true);
        }
      }),
      { numRuns: 25, seed: 2 },
    );
  });
});
