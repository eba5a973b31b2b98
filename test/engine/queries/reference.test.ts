import { describe, expect, it } from 'vitest';
import { continuous, densityOf, discrete, posteriorOf, truth } from './inquire';

interface Mixture {
  readonly x: readonly number[];
  readonly log_marginal: readonly number[];
  readonly posterior_k: readonly (readonly number[])[];
}

const close = (value: number, expected: number, tolerance: number) => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
};

describe.each([
  [
    'mixture-1d',
    `
param mu = [-2, 0.5, 3]
param sd = [0.6, 1, 0.4]
latent k ~ Categorical([0.3, 0.5, 0.2])
observed x | k ~ Normal(mu[k], sd[k])`,
    1e-13,
  ],
  [
    'mixture-mixed-families',
    `
latent k ~ Categorical(a: 0.4, b: 0.35, c: 0.25)
observed x | k ~ case k { a: Normal(0, 1), b: Laplace(3, 0.7), c: StudentT(3, -4, 1.5) }`,
    1e-6,
  ],
  [
    'zero-inflated-poisson',
    `
latent k ~ Categorical(zero: 0.3, more: 0.7)
observed x | k ~ case k { zero: Dirac(0), more: Poisson(4.2) }`,
    1e-13,
  ],
])('%s', (name, text, tolerance) => {
  const { x, log_marginal, posterior_k } = truth<Mixture>(name);

  it('has the reference density', () => {
    const { logDensity, standardError, method } = densityOf(text, { x });
    logDensity.forEach((log, i) => {
      close(log, log_marginal[i]!, Math.max(tolerance, 1e-13));
    });
    expect(standardError).toBeNull();
    expect(method).toMatchObject({ name: 'sum', exact: true });
  });

  it.each(x.map((value, i) => [value, i]))('has the reference posterior at x = %d', (value, i) => {
    const { probabilities, logEvidence, method } = discrete(posteriorOf(text, 'k', { x: value }));
    probabilities.forEach((p, k) => {
      const expected = posterior_k[i]![k]!;
      // In the tails probabilities are tiny and still right, as their logarithms show.
      if (expected > 1e-300) close(Math.log(p), Math.log(expected), Math.max(tolerance, 1e-12));
      else expect(p).toBeLessThan(1e-299);
    });
    close(logEvidence, log_marginal[i]!, tolerance);
    expect(method.exact).toBe(true);
  });
});

describe('bayesnet-sprinkler', () => {
  const text = `
latent C ~ Bernoulli(0.5)
latent S | C ~ Bernoulli(case C { true: 0.1, false: 0.5 })
latent R | C ~ Bernoulli(case C { true: 0.8, false: 0.2 })
observed W | S, R ~ Bernoulli(case S, R { true, true: 0.99, true, false: 0.9, false, true: 0.9, false, false: 0.01 })
observed L | R ~ Bernoulli(case R { true: 0.7, false: 0.05 })`;
  const net = truth<{
    readonly joint: readonly { readonly state: readonly number[]; readonly logp: number }[];
    readonly marginals: Readonly<Record<string, readonly number[]>>;
    readonly posteriors: readonly {
      readonly query: string;
      readonly evidence: Readonly<Record<string, number>>;
      readonly p: readonly number[];
      readonly log_evidence: number;
    }[];
  }>('bayesnet-sprinkler');

  it.each(net.posteriors)('has the reference posterior of $query given $evidence', (each) => {
    const { probabilities, logEvidence, labels } = discrete(posteriorOf(text, each.query, each.evidence));
    expect(labels).toEqual(['false', 'true']);
    probabilities.forEach((p, i) => {
      close(p, each.p[i]!, 1e-12);
    });
    close(logEvidence, each.log_evidence, 1e-12);
  });

  it.each(Object.entries(net.marginals))('has the reference marginal of %s', (key, expected) => {
    const { probabilities, logEvidence } = discrete(posteriorOf(text, key, {}));
    probabilities.forEach((p, i) => {
      close(p, expected[i]!, 1e-12);
    });
    expect(logEvidence).toBe(0);
  });

  it('has the reference joint probability of all states', () => {
    const nodes = ['C', 'S', 'R', 'W', 'L'];
    const points = Object.fromEntries(nodes.map((key, i) => [key, net.joint.map(({ state }) => state[i]!)]));
    const { logDensity } = densityOf(text, points);
    logDensity.forEach((log, i) => {
      close(log, net.joint[i]!.logp, 1e-12);
    });
  });
});

describe('ppca-linear-gaussian', () => {
  const text = `
param W = [[1, 0.5], [-0.3, 2], [0.8, -1]]
param mu = [0.5, -1, 2]
latent z ~ Normal(0, 1)^2
observed x | z ~ Normal(matmul(W, z) + mu, 0.5)`;
  const pca = truth<{
    readonly x: readonly (readonly number[])[];
    readonly log_marginal: readonly number[];
    readonly posterior_mean_z: readonly (readonly number[])[];
    readonly posterior_covariance_z: readonly (readonly number[])[];
  }>('ppca-linear-gaussian');

  it('has the reference density', () => {
    const { logDensity, method } = densityOf(text, { x: pca.x.flat() });
    expect(method).toMatchObject({ name: 'gaussian', exact: true });
    logDensity.forEach((log, i) => {
      close(log, pca.log_marginal[i]!, 1e-12);
    });
  });

  it.each(pca.x.map((x, i) => [x, i] as const))('has the reference posterior at x = %j', (x, i) => {
    const { mean, covariance, logEvidence } = continuous(posteriorOf(text, 'z', { x }));
    mean.forEach((value, j) => {
      close(value, pca.posterior_mean_z[i]![j]!, 1e-12);
    });
    covariance.forEach((value, j) => {
      close(value, pca.posterior_covariance_z.flat()[j]!, 1e-12);
    });
    close(logEvidence, pca.log_marginal[i]!, 1e-12);
  });
});

describe('nonlinear-sin', () => {
  const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(3 * z) + z, 0.2 + 0.1 * z^2)';
  const sine = truth<{
    readonly x: readonly number[];
    readonly log_marginal: readonly number[];
    readonly posterior_mean_z: readonly number[];
    readonly posterior_variance_z: readonly number[];
  }>('nonlinear-sin');

  it('has the reference density', () => {
    const { logDensity, method } = densityOf(text, { x: sine.x });
    expect(method).toMatchObject({ name: 'quadrature', exact: false });
    logDensity.forEach((log, i) => {
      close(log, sine.log_marginal[i]!, 1e-6);
    });
  });

  it.each(sine.x.map((x, i) => [x, i]))('has the reference posterior at x = %d', (x, i) => {
    const { mean, covariance, logEvidence } = continuous(posteriorOf(text, 'z', { x: x! }));
    expect(Math.abs(mean[0]! - sine.posterior_mean_z[i!]!)).toBeLessThan(1e-6);
    expect(Math.abs(covariance[0]! - sine.posterior_variance_z[i!]!)).toBeLessThan(1e-6);
    close(logEvidence, sine.log_marginal[i!]!, 1e-6);
  });
});

describe('hmm-3-state', () => {
  const text = `
param A = [[0.7, 0.2, 0.1], [0.3, 0.5, 0.2], [0.2, 0.3, 0.5]]
param E = [[0.9, 0.1], [0.4, 0.6], [0.2, 0.8]]
latent z[1] ~ Categorical([0.5, 0.3, 0.2])
latent z[t] | z[t-1] ~ Categorical(A[z[t-1]]) for t in 2..8
observed x[t] | z[t] ~ Categorical(E[z[t]]) for t in 1..8`;
  const chain = truth<{
    readonly x: readonly number[];
    readonly log_marginal: number;
    readonly smoothed_posterior: readonly (readonly number[])[];
  }>('hmm-3-state');
  const evidence = Object.fromEntries(chain.x.map((x, t) => [`x[${t + 1}]`, x + 1]));

  it.each(chain.smoothed_posterior.map((p, t) => [t + 1, p] as const))(
    'has the smoothed posterior of z[%d]',
    (t, p) => {
      const { probabilities, logEvidence } = discrete(posteriorOf(text, `z[${t}]`, evidence));
      probabilities.forEach((value, k) => {
        close(value, p[k]!, 1e-12);
      });
      close(logEvidence, chain.log_marginal, 1e-12);
    },
  );

  it('has the reference density of all observations', () => {
    const points = Object.fromEntries(Object.entries(evidence).map(([key, x]) => [key, [x]]));
    close(densityOf(text, points).logDensity[0]!, chain.log_marginal, 1e-12);
  });
});
