import { expect, it } from 'vitest';
import { first } from '../../ask';
import { ask } from '../../models';

function bars(text: string) {
  const { observed } = first(ask(text));
  if (observed.kind !== 'bars') throw new Error('not bars');
  return observed;
}

it.each<[string, string[]]>([
  ['observed x ~ Categorical(red: 0.2, green: 0.8)', ['red', 'green']],
  ['observed x ~ Bernoulli(0.999999)', ['false', 'true']],
  ['observed x ~ DiscreteUniform(-1, 1)', ['-1', '0', '1']],
  ['observed x ~ Poisson(3)\nview x in [1, 4]', ['1', '2', '3', '4']],
  // Where there is next to nothing, nothing is drawn, and not something else.
  ['observed x ~ Poisson(3)\nview x in [28.5, 31]', ['29', '30', '31']],
  ['observed x ~ Poisson(3)\nview x in [-2, 2]', ['0', '1', '2']],
])('of %s', (text, labels) => {
  expect(bars(text).labels).toEqual(labels);
});

it('of a large support are those that hold nearly everything', () => {
  const { values, probability, massInside } = bars('observed x ~ Poisson(10000)');
  expect(values[0]).toBeGreaterThan(9000);
  expect(values.at(-1)).toBeLessThan(11_000);
  expect(probability.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.998);
  expect(massInside).toBeGreaterThan(0.995);
});

it('of a mixture cover all of its rows', () => {
  const { values } = bars(
    'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Poisson(2), false: DiscreteUniform(20, 22) }',
  );
  expect([values[0], values.at(-1)]).toEqual([0, 22]);
});

it('under a continuous variable come from the samples', () => {
  const { values, probability } = bars('latent z ~ Normal(0, 1)\nobserved x | z ~ Poisson(exp(z))');
  expect(values[0]).toBe(0);
  expect(values.length).toBeGreaterThan(15);
  expect(probability.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.99);
});

it('show ten thousand categories as far as anything can', () => {
  const weights = Array(10_000).fill(1e-4).join(', ');
  const { values, probability } = bars(`observed x ~ Categorical([${weights}])`);
  expect(values.length).toBe(4096);
  expect(probability[7]).toBeCloseTo(1e-4, 9);
});

it('of a very wide distribution are every k-th, and said to be', () => {
  const preview = first(ask('observed x ~ Poisson(100000000)'));
  if (preview.observed.kind !== 'bars') throw new Error('not bars');
  const { values, probability, samples } = preview.observed;
  expect(values.length).toBeLessThanOrEqual(1024);
  const step = values[1]! - values[0]!;
  expect(step).toBeGreaterThan(50);
  // Round numbers, for whoever reads the axis.
  expect([1, 2, 5]).toContain(Number(String(step)[0]));
  expect(values.every((value) => value % step === 0)).toBe(true);
  // Single numbers are drawn once at most: the samples are those of stretches.
  expect(Math.max(...samples!) / Math.max(...probability)).toBeCloseTo(1, 0);
  expect(probability.reduce((a, b) => a + b, 0) * step).toBeCloseTo(1, 1);
  expect(preview.notices[0]).toContain('every');
});

it('of an enormous support end where it ends', () => {
  for (const text of [
    'DiscreteUniform(0, 1000000000)',
    'BetaBinomial(1000000000, 2, 1)',
    'DiscreteUniform(-70000, 0)',
  ]) {
    const { values } = bars(`observed x ~ ${text}`);
    expect(values.at(-1)).toBeLessThanOrEqual(text.endsWith(' 0)') ? 0 : 1e9);
    expect(values[0]).toBeGreaterThanOrEqual(text.startsWith('DiscreteUniform(-') ? -70000 : 0);
    expect(values.length).toBeGreaterThan(500);
  }
});

it('of thousand millions of counts is drawn, and weighs them as they are', () => {
  for (const text of [
    'Poisson(1000000000)',
    'Binomial(1000000000, 0.3)',
    'NegativeBinomial(1000, 0.000001)',
    'Geometric(0.000000001)',
    'BetaBinomial(1000000000, 2, 3)',
  ]) {
    const { values, probability, massInside } = bars(`observed x ~ ${text}`);
    const step = values[1]! - values[0]!;
    expect(massInside, text).toBeGreaterThan(0.99);
    // Every bar stands for as many values as there are to the next.
    expect(step * probability.reduce((a, b) => a + b, 0), text).toBeCloseTo(1, 2);
  }
});
