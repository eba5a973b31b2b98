/** Models that the tests in a real VS Code write, with what is known of them. */

export const threeBumps = `model "Three bumps"

param weight: simplex  = [0.3, 0.5, 0.2]
param mu               = [-2, 0.5, 3]
param sigma: positive  = [0.5, 1, 0.7]

latent   z     ~ Categorical(weight)
observed x | z ~ Normal(mu[z], sigma[z])
`;

/** Where the first mean of `threeBumps` stands: its line and first column, counted from 1. */
export const firstMean = { line: 4, column: 27 } as const;

export const infiniteMixture = `model "Infinite mixture of Gaussians"

network mu(z)    = z -> dense(16, tanh) -> dense(1)
network sigma(z) = z -> dense(16, tanh) -> dense(1, softplus)

latent   z     ~ Normal(0, 1)^2
observed x | z ~ Normal(mu(z), 0.05 + sigma(z))
`;

/** The density of a mixture of normal distributions at x, in double precision. */
export function mixtureDensity(
  x: number,
  weights: readonly number[],
  means: readonly number[],
  sds: readonly number[],
): number {
  return weights.reduce((sum, weight, k) => {
    const [mean, sd] = [means[k] ?? Number.NaN, sds[k] ?? Number.NaN];
    return sum + (weight * Math.exp(-0.5 * ((x - mean) / sd) ** 2)) / (sd * Math.sqrt(2 * Math.PI));
  }, 0);
}

/** The parameters of `threeBumps`, its first mean given. */
export function threeBumpsDensity(x: number, firstMean = -2): number {
  return mixtureDensity(x, [0.3, 0.5, 0.2], [firstMean, 0.5, 3], [0.5, 1, 0.7]);
}
