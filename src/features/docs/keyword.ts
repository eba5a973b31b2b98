import type { Keyword } from '../../language/syntax/token';
import { lvmBlock, paragraphs } from './markdown';

interface KeywordDoc {
  readonly detail: string;
  readonly doc: string;
  readonly example: string;
}

/** What the editor says of each word. */
export const keywords: Readonly<Record<Keyword, KeywordDoc>> = {
  model: {
    detail: 'the title of the model',
    doc: 'Gives the model a title. It may be left out.',
    example: 'model "Three bumps"',
  },
  param: {
    detail: 'a learnable number, vector or matrix',
    doc: 'A learnable number, vector or matrix. Its value is the present one, from which learning starts; the domain after the colon says which values it may take.',
    example: 'param sigma: positive = [0.5, 1, 0.7]',
  },
  let: {
    detail: 'a name for an expression',
    doc: 'Names a deterministic expression. It may use random variables.',
    example: 'let noise = 0.05 + exp(z)',
  },
  network: {
    detail: 'a function with learnable weights',
    doc: 'A function with learnable weights: every `dense` layer in it owns its weights, and all calls of the network share them.',
    example: 'network mu(z) = z -> dense(16, tanh) -> dense(1)',
  },
  latent: {
    detail: 'an unobserved variable',
    doc: 'An unobserved variable: a prior, or a conditional distribution given the parents behind the bar.',
    example: 'latent z ~ Normal(0, 1)',
  },
  observed: {
    detail: 'an observed variable',
    doc: 'An observed variable and its conditional distribution given the parents behind the bar.',
    example: 'observed x | z ~ Normal(mu[z], sigma[z])',
  },
  data: {
    detail: 'data of an observed variable',
    doc: 'The data of an observed variable: columns of a file beside the model, or a list written out.',
    example: 'data x from "faithful.csv" columns eruptions',
  },
  weights: {
    detail: 'trained weights of the networks',
    doc: 'Trained weights of the networks, from a file beside the model. Without it the weights are drawn from the seed.',
    example: 'weights from "decoder.safetensors"',
  },
  fit: {
    detail: 'how the model is fitted by default',
    doc: 'The method by which the model is fitted to its data by default, with its options.',
    example: 'fit gradient(steps = 500, rate = 0.01)',
  },
  view: {
    detail: 'the plotting range of a variable',
    doc: 'The range in which a variable is plotted, in place of the automatic one.',
    example: 'view x in [-4, 8]',
  },
  for: {
    detail: 'one variable for each index',
    doc: 'Makes one variable for each index of the range, which makes a chain: `z[t]` is the variable at t, and `z[t-1]` may be its parent.',
    example: 'latent z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..20',
  },
  in: {
    detail: 'a range',
    doc: 'Stands before a range: of the index of a chain, or of a plot.',
    example: 'view x in [-4, 8]',
  },
  from: {
    detail: 'a file',
    doc: 'Stands before the name of a file, which is a path relative to the model.',
    example: 'data x from "faithful.csv" columns eruptions',
  },
  columns: {
    detail: 'columns of the file',
    doc: 'The columns of the file that hold the data, in the order of the coordinates of the variable.',
    example: 'data x from "faithful.csv" columns eruptions, waiting',
  },
  case: {
    detail: 'a look-up table',
    doc: 'A look-up table with one row for each value of the variables before the brace. Rows may be numbers, vectors or distributions.',
    example: 'observed wet | rain ~ Bernoulli(case rain { true: 0.9, false: 0.1 })',
  },
  true: {
    detail: 'a value of a Bernoulli variable',
    doc: 'The value of a Bernoulli variable that has probability p. In arithmetic it is 1.',
    example: 'observed wet | rain ~ Bernoulli(case rain { true: 0.9, false: 0.1 })',
  },
  false: {
    detail: 'a value of a Bernoulli variable',
    doc: 'The value of a Bernoulli variable that has probability 1 − p. In arithmetic it is 0.',
    example: 'observed wet | rain ~ Bernoulli(case rain { true: 0.9, false: 0.1 })',
  },
  else: {
    detail: 'all values without a row',
    doc: 'The last row of a `case`: it stands for every value that has no row of its own.',
    example: 'observed x | k ~ case k { blue: Normal(0, 1), else: Laplace(3, 0.5) }',
  },
};

/** A whole hover of one word. */
export function keywordMarkdown(word: Keyword): string {
  const { doc, detail, example } = keywords[word];
  return paragraphs(`**${word}**: ${detail}`, doc, lvmBlock(example));
}
