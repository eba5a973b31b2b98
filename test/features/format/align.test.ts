import { describe, expect, it } from 'vitest';
import { align } from '../../../src/features/format/align';
import { piecesOf } from '../../../src/features/format/layout';
import { analyse } from '../../../src/language/analyse';
import { formatted } from '../formatted';

describe('align', () => {
  it.each([
    [
      'params with params only',
      'param a = 1\nparam long = 2\nlet b = 3',
      'param a    = 1\nparam long = 2\nlet b = 3\n',
    ],
    ['lets', 'let a = 1\nlet long = 2', 'let a    = 1\nlet long = 2\n'],
    ['networks', 'network f(a) = a\nnetwork g(a, b) = a', 'network f(a)    = a\nnetwork g(a, b) = a\n'],
    ['not across a blank line', 'let a = 1\n\nlet long = 2', 'let a = 1\n\nlet long = 2\n'],
    ['across a comment', 'let a = 1\n// b\nlet long = 2', 'let a    = 1\n// b\nlet long = 2\n'],
    ['not across a broken statement', 'let a = 1\nlet = 3\nlet long = 2', 'let a = 1\nlet = 3\nlet long = 2\n'],
    ['not behind a statement of several lines', 'let a = [\n1]\nlet long = 2', 'let a = [\n  1]\nlet long = 2\n'],
    ['not data', 'data x = [1]\ndata longer = [1]', 'data x = [1]\ndata longer = [1]\n'],
    [
      'keywords only where both stand',
      'latent a ~ Normal(0, 1)\nlatent b ~ Normal(0, 1)',
      'latent a ~ Normal(0, 1)\nlatent b ~ Normal(0, 1)\n',
    ],
    [
      'no further than a long head',
      `let a = 1\nlet ${'b'.repeat(60)} = 2\nlet cc = 3`,
      `let a  = 1\nlet ${'b'.repeat(60)} = 2\nlet cc = 3\n`,
    ],
    [
      'comments of neighbouring lines',
      'let a = 1 // one\nlet b = 22 // two',
      'let a = 1   // one\nlet b = 22  // two\n',
    ],
    [
      'no comments across a line without',
      'let a = 1 // one\nlet b = 2\nlet c = 3333 // three',
      'let a = 1  // one\nlet b = 2\nlet c = 3333  // three\n',
    ],
    [
      'no comment with a long line',
      `let a = 1 // one\nlet b = ${'1'.repeat(90)} // two`,
      `let a = 1  // one\nlet b = ${'1'.repeat(90)}  // two\n`,
    ],
  ])('lines up %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  it('pads in front of the sign', () => {
    const pieces = piecesOf(analyse('let a = 1\nlet long = 2'));
    align(pieces);
    expect(pieces.filter(({ text }) => text === '=').map(({ gap }) => gap.spaces)).toEqual([4, 1]);
  });

  it.each([
    ['signs', 'param weight: simplex  = [1]\nparam mu               = [2]\n'],
    ['loops', 'latent z[t] ~ Normal(0, 1)   for t in 1..3\nlatent y[t] ~ Normal(0, 10)  for t in 1..3\n'],
    ['loops one space away', 'latent z[t] ~ Normal(0, 1)  for t in 1..3\nlatent y[t] ~ Normal(0, 10) for t in 1..3\n'],
    ['comments', 'let a = 1     // one\nlet b = 2     // two\n'],
  ])('leaves %s where the author has lined them up', (_, text) => {
    expect(formatted(text)).toBe(text);
  });

  it.each([
    ['too far away', 'let a         = 1\nlet b         = 2', 'let a = 1\nlet b = 2\n'],
    ['too near', 'let a  =  1\nlet bbb=  2', 'let a   = 1\nlet bbb = 2\n'],
    ['alone', 'let a    = 1   // one', 'let a = 1  // one\n'],
  ])('sets anew what stands %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  it('changes nothing in the models of the language page', () => {
    const models = [
      `model "Three bumps"

param weight: simplex  = [0.3, 0.5, 0.2]
param mu               = [-2, 0.5, 3]
param sigma: positive  = [0.5, 1, 0.7]

latent   z     ~ Categorical(weight)
observed x | z ~ Normal(mu[z], sigma[z])
`,
      `model "Infinite mixture of Gaussians"

network mu(z)    = z -> dense(16, tanh) -> dense(1)
network sigma(z) = z -> dense(16, tanh) -> dense(1, softplus)

latent   z     ~ Normal(0, 1)^2
observed x | z ~ Normal(mu(z), 0.05 + sigma(z))

data x from "faithful.csv" columns eruptions
`,
      `latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4)  for t in 2..20
observed x[t] | z[t]   ~ Normal(z[t], 0.3)          for t in 1..20
`,
      `latent   rain                  ~ Bernoulli(0.2)
latent   sprinkler | rain      ~ Bernoulli(case rain { true: 0.01, false: 0.4 })
observed wet | sprinkler, rain ~ Bernoulli(case sprinkler, rain {
  true,  true:  0.99,
  true,  false: 0.90,
  false, true:  0.80,
  false, false: 0
})
`,
    ];
    for (const model of models) expect(formatted(model)).toBe(model);
  });
});
