import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lvm, temporaryFolder } from '../lvm';
import { expectNear, reference, referenceFile } from '../reference';

const folder = temporaryFolder();
writeFileSync(join(folder, 'bad.lvm'), 'observed x ~ Normal(0, -1)\n');
writeFileSync(
  join(folder, 'kinds.lvm'),
  `latent   colour          ~ Categorical(blue: 0.3, orange: 0.7)
latent   rain | colour   ~ Bernoulli(case colour { blue: 0.25, orange: 0.5 })
latent   count           ~ Binomial(2, 0.5)
observed y | count       ~ Uniform(0, 1 + count)
observed w | rain        ~ Bernoulli(case rain { true: 1, false: 0 })
`,
);
writeFileSync(
  join(folder, 'deep.lvm'),
  `latent   z     ~ Normal(0, 1)^6
latent   h | z ~ Normal(tanh(z[1] * z[2]) + z[3] * sin(z[4]) + z[5] * z[6], 0.5)
observed x | h ~ StudentT(3, h, 0.5)
`,
);

interface Answer {
  readonly of: string;
  readonly method: string;
  readonly probabilities?: Readonly<Record<string, number>>;
  readonly mostProbable?: string;
  readonly mean?: number | readonly number[];
  readonly sd?: number | readonly number[];
  readonly covariance?: readonly (readonly number[])[];
  readonly quantiles?: Readonly<Record<string, number | readonly number[]>>;
  readonly logEvidence: number | string;
  readonly logEvidenceError: number | null;
  readonly effectiveSampleSize: number | null;
  readonly methodDetails: Readonly<Record<string, unknown>>;
}

/** One answer for each line. */
async function posteriors(file: string, of: string, given: unknown, ...options: string[]): Promise<Answer[]> {
  const args = ['posterior', file, '--of', of, '--given', '-', ...options];
  const { status, output, errors } = await lvm(args, folder, JSON.stringify(given));
  expect([status, errors]).toEqual([0, '']);
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

async function posterior(file: string, of: string, given: unknown, ...options: string[]): Promise<Answer> {
  const [only, ...others] = await posteriors(file, of, given, ...options);
  expect(others).toEqual([]);
  return only!;
}

const file = (name: string) => join(process.cwd(), referenceFile(name));

/** Some of the points of a reference, for each costs a process. */
function some<T>(values: readonly T[], indices: readonly number[]): [number, T][] {
  return indices.map((i) => [i, values[i]!]);
}

describe('lvm posterior agrees with the references', () => {
  it.each(['mixture-1d', 'mixture-mixed-families', 'zero-inflated-poisson'])('%s, by a sum', async (name) => {
    const { x, posterior_k, log_marginal } = reference(name);
    for (const [i, value] of some(x, [0, 4, 8, x.length - 1])) {
      const { of, method, probabilities, logEvidence, logEvidenceError, effectiveSampleSize } = await posterior(
        file(name),
        'k',
        { x: value },
      );
      expect([of, method, logEvidenceError, effectiveSampleSize]).toEqual(['k', 'sum', null, null]);
      expectNear(Object.values(probabilities!), posterior_k![i]!, 1e-6);
      expectNear([logEvidence], [(log_marginal as number[])[i]!], 1e-6);
    }
  });

  it('bayesnet-sprinkler, given true and false', async () => {
    const { posteriors: all } = reference('bayesnet-sprinkler');
    expect(all!.length).toBeGreaterThan(2);
    for (const { query, evidence, p, log_evidence } of all!) {
      const given = Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, value === 1]));
      const { probabilities, logEvidence } = await posterior(file('bayesnet-sprinkler'), query, given);
      expect(Object.keys(probabilities!)).toEqual(['false', 'true']);
      expectNear(Object.values(probabilities!), p, 1e-6);
      expectNear([logEvidence], [log_evidence], 1e-6);
    }
  });

  it('ppca-linear-gaussian: mean and covariance of a vector', async () => {
    const { x, posterior_mean_z, posterior_covariance_z, log_marginal } = reference('ppca-linear-gaussian');
    for (const [i, value] of some(x, [1, 4, 6])) {
      const { method, mean, sd, covariance, quantiles, logEvidence } = await posterior(
        file('ppca-linear-gaussian'),
        'z',
        { x: value },
      );
      expect(method).toBe('gaussian');
      expectNear(mean as number[], posterior_mean_z![i] as number[], 1e-5);
      expectNear(covariance!.flat(), posterior_covariance_z!.flat(), 1e-5);
      expectNear(
        sd as number[],
        posterior_covariance_z!.map((row, j) => Math.sqrt(row[j]!)),
        1e-5,
      );
      // The quantile of a normal distribution at 97.5 % is 1.96 standard deviations above its mean.
      const upper = (mean as number[]).map((value, j) => value + 1.959963984540054 * (sd as number[])[j]!);
      expectNear(quantiles!['0.975'] as number[], upper, 1e-5);
      expectNear([logEvidence], [(log_marginal as number[])[i]!], 1e-5);
    }
  });

  it('nonlinear-sin, by quadrature', async () => {
    const { x, posterior_mean_z, posterior_variance_z, log_marginal } = reference('nonlinear-sin');
    for (const [i, value] of some(x, [4, 10, 14])) {
      const { method, mean, sd, quantiles, logEvidence } = await posterior(file('nonlinear-sin'), 'z', { x: value });
      expect(method).toBe('quadrature');
      expectNear([mean], [posterior_mean_z![i] as number], 1e-5);
      expectNear([(sd as number) ** 2], [posterior_variance_z![i]!], 1e-5);
      expectNear([logEvidence], [(log_marginal as number[])[i]!], 1e-5);
      const levels = Object.values(quantiles!) as number[];
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
    }
  });

  it('hmm-3-state: every element of a chain given another whole', async () => {
    const { x, smoothed_posterior, log_marginal } = reference('hmm-3-state');
    const codes = x.map((code) => (code as number) + 1);
    const answers = await posteriors(file('hmm-3-state'), 'z', { x: codes });
    expect(answers.map(({ of }) => of)).toEqual(codes.map((_, t) => `z[${t + 1}]`));
    answers.forEach(({ method, probabilities, logEvidence }, t) => {
      expect(method).toBe('sum');
      expectNear(Object.values(probabilities!), smoothed_posterior![t]!, 1e-6);
      expectNear([logEvidence], [log_marginal as number], 1e-6);
    });
    const alone = await posterior(
      file('hmm-3-state'),
      'z[3]',
      Object.fromEntries(codes.map((code, t) => [`x[${t + 1}]`, code])),
    );
    expect(alone).toEqual(answers[2]);
  });
});

describe('lvm posterior', () => {
  it('gives the prior where nothing was seen', async () => {
    const { probabilities, mostProbable, logEvidence } = await posterior('kinds.lvm', 'colour', {});
    expect(Object.keys(probabilities!)).toEqual(['blue', 'orange']);
    expectNear(Object.values(probabilities!), [0.3, 0.7], 1e-6);
    expect([mostProbable, logEvidence]).toEqual(['orange', 0]);
  });

  it('takes labels and truth values as evidence, and answers with integers', async () => {
    const labelled = await posterior('kinds.lvm', 'rain', { colour: 'blue' });
    expectNear([labelled.probabilities!.true], [0.25], 1e-6);
    const truth = await posterior('kinds.lvm', 'colour', { rain: true });
    expectNear([truth.probabilities!.blue], [0.075 / 0.425], 1e-6);
    const counted = await posterior('kinds.lvm', 'count', { y: 2.5 });
    expect([counted.probabilities, counted.mostProbable]).toEqual([{ '0': 0, '1': 0, '2': 1 }, '2']);
  });

  it('answers each of several names', async () => {
    expect((await posteriors('kinds.lvm', 'colour, count', {})).map(({ of }) => of)).toEqual(['colour', 'count']);
  });

  it('says that evidence is impossible', async () => {
    const discrete = await posterior('kinds.lvm', 'colour', { rain: true, w: false });
    expect(discrete.logEvidence).toBe('-Infinity');
    expect([discrete.probabilities, discrete.mostProbable]).toEqual([{ blue: null, orange: null }, null]);
    const continuous = await posterior('kinds.lvm', 'y', { rain: true, w: false });
    expect([continuous.logEvidence, continuous.mean, continuous.sd]).toEqual(['-Infinity', null, null]);
  });

  it('weights draws where there is no better way, the same for the same seed', async () => {
    const [usual, zero, one] = await Promise.all([
      posterior('deep.lvm', 'h', { x: 1 }),
      posterior('deep.lvm', 'h', { x: 1 }, '--seed', '0'),
      posterior('deep.lvm', 'h', { x: 1 }, '--seed', '1'),
    ]);
    expect(usual).toEqual(zero);
    expect(one.mean).not.toBe(zero.mean);
    expect(zero.methodDetails.exact).toBe(false);
    expect(zero.effectiveSampleSize).toBeGreaterThan(100);
    expect(zero.logEvidenceError).toBeGreaterThan(0);
    expect(Math.abs((one.mean as number) - (zero.mean as number))).toBeLessThan(0.1);
    expect(Math.abs((one.logEvidence as number) - (zero.logEvidence as number))).toBeLessThan(
      6 * Math.hypot(one.logEvidenceError!, zero.logEvidenceError!),
    );
  });

  it('ends with 1 for a model with errors', async () => {
    const { status, output, errors } = await lvm(['posterior', 'bad.lvm', '--of', 'x', '--given', '{}'], folder);
    expect([status, output]).toEqual([1, '']);
    expect(errors).toMatch(/^lvm: bad\.lvm has an error:\nbad\.lvm:1:24: error: .+ \(parameter-domain\)\n$/);
  });

  it.each([
    [['--given', '{}'], /^lvm: --of NAME is missing: .+\nlvm posterior --help says how it is used\.\n$/],
    [['--of', 'k'], /^lvm: --given EVIDENCE\.json is missing: .+\n/],
    [['--of', 'kk', '--given', '{}'], /^lvm: --of has kk, and the model has no variable of that name\./],
    [['--of', 'k', '--given', 'none.json'], /^lvm: There is no file none\.json\.\n$/],
    [['--of', 'k', '--given', '{"x": 1'], /^lvm: --given is not JSON: .+\n$/],
    [['--of', 'k', '--given', '[1]'], /^lvm: --given must be an object with a value for each variable that was seen: /],
    [
      ['--of', 'k', '--given', '{"xx": 1}'],
      /^lvm: --given has xx, and the model has no variable of that name\. Variables: k, x\.\n$/,
    ],
    [['--of', 'k', '--given', '{"x": "a"}'], /^lvm: x in --given is "a", and must be a finite number\.\n$/],
    [['--of', 'k', '--given', '{"x": [1]}'], /^lvm: x in --given is \[1\], and must be a finite number\.\n$/],
    [
      ['--of', 'k', '--given', '{"k": 1}'],
      /^lvm: k is asked for with --of, and given as evidence too; leave out one\.\n$/,
    ],
  ])('ends with 2 for %j', async (args, message) => {
    const { status, output, errors } = await lvm(['posterior', referenceFile('mixture-1d'), ...args]);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toMatch(message);
  });
});
