import { analyse } from '../../src/language/analyse';
import type { Structure } from '../../src/model/model';
import { type ModelGraph, modelGraph } from '../../webview/plots/graph/modelGraph';

/** Models whose graphs are looked at. */
export const graphTexts = {
  bumps: `param weight: simplex = [0.3, 0.5, 0.2]
param mu = [-2, 0.5, 3]
param sigma: positive = [0.5, 1, 0.7]
latent z ~ Categorical(weight)
observed x | z ~ Normal(mu[z], sigma[z])
`,
  sprinkler: `latent rain ~ Bernoulli(0.2)
latent sprinkler | rain ~ Bernoulli(case rain { true: 0.01, false: 0.4 })
observed wet | sprinkler, rain ~ Bernoulli(case sprinkler, rain { true, true: 0.99, true, false: 0.9, false, true: 0.8, false, false: 0 })
`,
  weather: `latent weather[1] ~ Categorical(sunny: 0.05, rainy: 0.95)
latent weather[t] | weather[t-1] ~ case weather[t-1] {
  sunny: Categorical(sunny: 0.8, rainy: 0.2), rainy: Categorical(sunny: 0.3, rainy: 0.7)
} for t in 2..7
observed degrees[t] | weather[t] ~ Normal(case weather[t] { sunny: 24, rainy: 15 }, 2.5) for t in 1..7
`,
  decoder: `param noise: positive = 0.1
network mu(z) = z -> dense(16, tanh) -> dense(1)
network sigma(z) = z -> dense(16, tanh) -> dense(1, softplus)
latent z ~ Normal(0, 1)^2
observed x | z ~ Normal(3 * mu(z), noise + 0.3 * sigma(z))
`,
  /** Two chains that lean on each other's past, with a parameter of both. */
  turns: `param rate = 0.5
latent a[1] ~ Normal(0, 1)
latent b[t] | a[t] ~ Normal(rate * a[t], 1) for t in 1..5
latent a[t] | b[t-1] ~ Normal(rate * b[t-1], 1) for t in 2..5
observed x | b[5], a[1] ~ Normal(b[5] + a[1], 1)
`,
  /** A variable between two chains of one range: they cannot share a plate. */
  between: `latent z[t] ~ Normal(0, 1) for t in 1..3
latent y | z[1] ~ Normal(z[1], 1)
observed x[t] | z[t], y ~ Normal(z[t] + y, 1) for t in 1..3
`,
} as const;

/** @throws where a text has errors, which is a mistake of the test's. */
export function structureOfText(text: string): Structure {
  const { model, diagnostics } = analyse(text);
  if (model === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model.structure;
}

export function graphOf(text: string): ModelGraph {
  const graph = modelGraph(structureOfText(text));
  if (graph.kind === 'list') throw new Error('The model is too large for a picture.');
  return graph;
}
