/** The models that are measured. */

export const threeBumps = `
param weight: simplex  = [0.3, 0.5, 0.2]
param mu               = [-2, 0.5, 3]
param sigma: positive  = [0.5, 1, 0.7]
latent   z     ~ Categorical(weight)
observed x | z ~ Normal(mu[z], sigma[z])`;

/** A number whose place and width two networks take from a z of so many dimensions. */
export function networks(dimensions: number): string {
  return `
network mu(z)    = z -> dense(16, tanh) -> dense(1)
network sigma(z) = z -> dense(16, tanh) -> dense(1, softplus)
latent   z     ~ Normal(0, 1)${dimensions === 1 ? '' : `^${dimensions}`}
observed x | z ~ Normal(mu(z), 0.05 + sigma(z))`;
}

/** A pair whose place a network takes from a pair. */
export const plane = `
network mu(z) = z -> dense(16, tanh) -> dense(2)
latent   z     ~ Normal(0, 1)^2
observed x | z ~ Normal(mu(z), 0.3)`;

/** A mixture of so many components of equal weight. */
export function categories(count: number): string {
  const means = Array.from({ length: count }, (_, k) => (10 * Math.sin(k)).toFixed(3));
  return `
param mu = [${means.join(', ')}]
param weight: simplex = [${new Array(count).fill(1 / count).join(', ')}]
latent   z     ~ Categorical(weight)
observed x | z ~ Normal(mu[z], 0.5)`;
}

/** A hidden Markov model; rivals/paths.py has the same. */
export function hiddenMarkov(steps: number, states: number): string {
  const rows = Array.from({ length: states }, (_, i) => {
    const row = Array.from({ length: states }, (_unused, j) => 1.2 + Math.sin(1 + 3 * i + 7 * j));
    const total = row.reduce((a, b) => a + b, 0);
    return `[${row.map((value) => value / total).join(', ')}]`;
  });
  return `
param A  = [${rows.join(', ')}]
param mu = [${Array.from({ length: states }, (_, k) => 0.5 * k).join(', ')}]
latent   z[1]          ~ Categorical([${new Array(states).fill(1 / states).join(', ')}])
latent   z[t] | z[t-1] ~ Categorical(A[z[t-1]])  for t in 2..${steps}
observed x[t] | z[t]   ~ Normal(mu[z[t]], 0.7)   for t in 1..${steps}`;
}

/** A hidden walk that is pulled to 0; rivals/paths.py has the same. */
export function linearChain(steps: number): string {
  return `
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4)  for t in 2..${steps}
observed x[t] | z[t]   ~ Normal(z[t], 0.5)          for t in 1..${steps}`;
}
