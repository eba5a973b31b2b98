import { Program } from '../../src/engine/evaluate/program';
import { Graph } from '../../src/engine/plan/graph';
import { analyse } from '../../src/language/analyse';
import type { Model } from '../../src/model/model';

/** Labels, booleans, integers, reals, vectors, matrices and chains. */
export const kindsText = `
param rate = 3
let twice = 2 * rate
network mu(z) = z -> dense(2, tanh) -> dense(1)
latent   colour        ~ Categorical(blue: 0.3, orange: 0.5, green: 0.2)
latent   group         ~ Categorical([0.5, 0.5])
latent   rain          ~ Bernoulli(0.2)
observed count         ~ Poisson(twice)
latent   z             ~ Normal(0, 1)
observed x | z, colour ~ Normal(mu(z) + [0, 1, 2][colour], 1)
observed v | group, rain ~ Normal(group + case rain { true: 1, false: 0 }, 1)^2
latent   m             ~ (Normal(0, 1)^3)^2
latent   s[1]          ~ Normal(0, 1)
latent   s[t] | s[t-1] ~ Normal(s[t-1], 1)  for t in 2..4
observed w[t] | s[t], m ~ Normal([s[t], m[1][1]], 1) for t in 2..3
`;

/** A checked model without errors, with its graph. */
export function modelOf(text: string): { model: Model; graph: Graph; program: Program } {
  const { model, diagnostics } = analyse(text);
  if (model === null) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  const program = new Program(model.structureKey, model.structure);
  return { model, graph: new Graph(program, model.numbers), program };
}
