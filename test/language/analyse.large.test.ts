import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';

const many = (count: number, item: (n: number) => string, separator = '\n') =>
  Array.from({ length: count }, (_, n) => item(n)).join(separator);

/** Texts that would hang a checker whose work grows faster than its text; the time limit of a test is far above what they need. */
const texts: Record<string, string> = {
  'unknown names': `${many(8000, (n) => `param parameter${n} = ${n}`)}\n${many(8000, (n) => `let a${n} = paramter${n}x`)}`,
  'arguments of a network': `network f(${many(50_000, (n) => `a${n}`, ', ')}) = a49999 + a3\nlet b = f(${many(50_000, (n) => `a${n}: ${n}`, ', ')})\nobserved x ~ Normal(b, 1)`,
  'parents that nothing uses': `${many(20_000, (n) => `latent z${n} ~ Normal(0, 1)`)}\nobserved x | ${many(20_000, (n) => `z${n}`, ', ')} ~ Normal(0, 1)`,
  'parents that are not listed': `${many(10_000, (n) => `latent z${n} ~ Normal(0, 1)`)}\nobserved x ~ Normal(sum([${many(10_000, (n) => `z${n}`, ', ')}]), 1)`,
  'a long circle': `${many(20_000, (n) => `let a${n} = a${(n + 1) % 20_000}`)}`,
  'definitions of one name': many(20_000, () => 'param a = 1'),
  'pieces of a chain': `${many(10_000, (n) => `latent z[${n + 1}] ~ Normal(0, 1)`)}\nobserved x | z[5] ~ Normal(z[5], 1)`,
  'chains through each other': `${many(40, (n) => `latent c${n}[t] | c${(n + 1) % 40}[t-1] ~ Normal(c${(n + 1) % 40}[t-1], 1) for t in 2..10000\nlatent c${n}[1] ~ Normal(0, 1)`)}\nobserved x ~ Normal(0, 1)`,
  'rows of a table': `latent k ~ Categorical([${many(10_000, () => '0.0001', ', ')}])\nobserved x | k ~ Normal(case k { ${many(10_000, (n) => `${n + 1}: ${n}`, ', ')} }, 1)`,
  'subjects of a table': `${many(200, (n) => `latent b${n} ~ Bernoulli(0.5)`)}\nobserved x | ${many(200, (n) => `b${n}`, ', ')} ~ Normal(case ${many(200, (n) => `b${n}`, ', ')} { ${many(200, () => 'true', ', ')}: 1 }, 1)`,
  zeros: `observed x ~ Categorical([1, ${many(100_000, () => '0', ', ')}])`,
  'operations in a row': `let a = ${many(100_000, () => '1', ' + ')}`,
  'brackets in brackets': `let a = ${'['.repeat(100_000)}`,
  'calls of a network in one another': `network f(z) = z\nlet a = ${'f('.repeat(150)}1${')'.repeat(150)}`,
  'a megabyte of data': `observed x ~ Normal(0, 1)\ndata x = [${many(200_000, () => '1.25', ', ')}]`,
  'a megabyte of one name': `let ${'a'.repeat(500_000)} = ${'b'.repeat(500_000)}`,
  'a megabyte of nothing': ' '.repeat(1_000_000),
  'a large matrix': `param S: covariance = [${many(200, (n) => `[${many(200, (m) => (n === m ? '2' : '0.001'), ', ')}]`, ', ')}]\nobserved x ~ MultivariateNormal([${many(200, () => '0', ', ')}], S)`,
};

describe('analyse', () => {
  it.each(Object.entries(texts))('finishes with %s', (_, text) => {
    const { diagnostics, model } = analyse(text);
    expect(model === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    for (const { message } of diagnostics.slice(0, 1000)) expect(message.length).toBeLessThan(600);
  });
});
