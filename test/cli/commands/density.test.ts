import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lvm, temporaryFolder } from '../lvm';
import { expectNear, reference, referenceFile } from '../reference';

const folder = temporaryFolder();
writeFileSync(join(folder, 'bad.lvm'), 'observed x ~ Normal(0, -1)\n');
writeFileSync(join(folder, 'points.json'), '[0, 1]');
writeFileSync(
  join(folder, 'kinds.lvm'),
  `latent   colour          ~ Categorical(blue: 0.3, orange: 0.7)
latent   rain | colour   ~ Bernoulli(case colour { blue: 0.25, orange: 0.5 })
observed v | colour      ~ Uniform([0, 0], [1, 2])
observed y               ~ Uniform(0, 4)
latent   s[1]            ~ Bernoulli(0.5)
latent   s[t] | s[t-1]   ~ Bernoulli(case s[t-1] { true: 0.75, false: 0.25 }) for t in 2..3
`,
);
writeFileSync(
  join(folder, 'deep.lvm'),
  `latent   z     ~ Normal(0, 1)^4
observed x | z ~ Normal(tanh(z[1] * z[2]) + z[3] * sin(z[4]), 1)
`,
);

interface Answer {
  readonly method: string;
  readonly logDensity: readonly unknown[];
  readonly standardError: readonly number[] | null;
  readonly methodDetails: Readonly<Record<string, unknown>>;
}

async function density(file: string, of: string, at: unknown, ...options: string[]): Promise<Answer> {
  const { status, output, errors } = await lvm(
    ['density', file, '--of', of, '--at', '-', ...options],
    folder,
    JSON.stringify(at),
  );
  expect([status, errors]).toEqual([0, '']);
  expect(output.endsWith('}\n')).toBe(true);
  return JSON.parse(output) as Answer;
}

const file = (name: string) => join(process.cwd(), referenceFile(name));
/** Of log densities where no draws are involved. */
const exact = 1e-9;

describe('lvm density agrees with the references', () => {
  it.each(['mixture-1d', 'mixture-mixed-families', 'zero-inflated-poisson'])('%s, by a sum', async (name) => {
    const { x, log_marginal } = reference(name);
    const { method, logDensity, standardError, methodDetails } = await density(file(name), 'x', x);
    expect([method, standardError, methodDetails.exact]).toEqual(['sum', null, true]);
    expectNear(logDensity, log_marginal as number[], exact);
  });

  it('ppca-linear-gaussian', async () => {
    const { x, log_marginal } = reference('ppca-linear-gaussian');
    const { logDensity, standardError } = await density(file('ppca-linear-gaussian'), 'x', x);
    expect(standardError).toBeNull();
    expectNear(logDensity, log_marginal as number[], exact);
  });

  it('nonlinear-sin, by quadrature', async () => {
    const { x, log_marginal } = reference('nonlinear-sin');
    const { method, logDensity, standardError } = await density(file('nonlinear-sin'), 'x', x);
    expect([method, standardError]).toEqual(['quadrature', null]);
    expectNear(logDensity, log_marginal as number[], exact);
  });

  it('hmm-3-state: a chain that is named whole', async () => {
    const { x, log_marginal } = reference('hmm-3-state');
    const codes = x.map((code) => (code as number) + 1);
    const { method, logDensity } = await density(file('hmm-3-state'), 'x', [codes]);
    expect(method).toBe('sum');
    expectNear(logDensity, [log_marginal as number], exact);
  });

  it('bayesnet-sprinkler: the joint density of five variables, latent ones among them', async () => {
    const joint = reference('bayesnet-sprinkler').joint!;
    const points = joint.map(({ state }) => state.map((value) => value === 1));
    const { logDensity } = await density(file('bayesnet-sprinkler'), 'C,S,R,W,L', points);
    expectNear(
      logDensity,
      joint.map(({ logp }) => logp),
      exact,
    );
  });
});

describe('lvm density', () => {
  it('takes labels, truth values, vectors and elements of chains', async () => {
    const at = async (of: string, points: unknown) => (await density('kinds.lvm', of, points)).logDensity;
    const log = (...shares: number[]) => shares.map(Math.log);
    expectNear(await at('colour', ['blue', 2]), log(0.3, 0.7), exact);
    expectNear(
      await at('colour, rain', [
        ['blue', true],
        ['orange', 0],
      ]),
      log(0.075, 0.35),
      exact,
    );
    expectNear(await at('v', [[0.5, 1.5]]), log(0.5), exact);
    expectNear(
      await at('y, v', [
        [1, [0.5, 1.5]],
        [1, 0.5, 1.5],
      ]),
      log(0.125, 0.125),
      exact,
    );
    expectNear(await at('s[3]', [true]), log(0.5), exact);
    expectNear(await at('s', [[true, true, false]]), log(0.09375), exact);
    expectNear(await at('s[3], s[1]', [[true, true]]), log(0.3125), exact);
  });

  it('writes -Infinity outside of the support as a string', async () => {
    expect((await density('kinds.lvm', 'y', [5, 1, -1])).logDensity).toEqual([
      '-Infinity',
      expect.any(Number),
      '-Infinity',
    ]);
  });

  it('reads points from a file and from the command line', async () => {
    const outputs = await Promise.all(
      [join(folder, 'points.json'), '[0, 1]'].map((at) =>
        lvm(['density', referenceFile('mixture-1d'), '--of', 'x', '--at', at]),
      ),
    );
    expect(outputs.map(({ status }) => status)).toEqual([0, 0]);
    expect(outputs[0]!.output).toBe(outputs[1]!.output);
  });

  it('gives the standard error of an estimate, the same numbers for the same seed', async () => {
    const [usual, zero, one] = await Promise.all([
      density('deep.lvm', 'x', [0, 2]),
      density('deep.lvm', 'x', [0, 2], '--seed', '0'),
      density('deep.lvm', 'x', [0, 2], '--seed', '1'),
    ]);
    expect(usual.method).toBe('quasi-monte-carlo');
    expect(usual).toEqual(zero);
    expect(one.logDensity).not.toEqual(zero.logDensity);
    for (const { logDensity, standardError } of [zero, one])
      for (let i = 0; i < 2; i++) {
        expect(standardError![i]).toBeGreaterThan(0);
        expect(standardError![i]).toBeLessThan(0.05);
        const both = Math.hypot(zero.standardError![i]!, one.standardError![i]!);
        expect(Math.abs((logDensity[i] as number) - (zero.logDensity[i] as number))).toBeLessThan(6 * both);
      }
  });

  it('ends with 1 for a model with errors', async () => {
    const { status, output, errors } = await lvm(['density', 'bad.lvm', '--of', 'x', '--at', '[0]'], folder);
    expect([status, output]).toEqual([1, '']);
    expect(errors).toMatch(/^lvm: bad\.lvm has an error:\nbad\.lvm:1:24: error: .+ \(parameter-domain\)\n$/);
  });

  it.each([
    [['--at', '[0]'], /^lvm: --of NAMES is missing: .+\nlvm density --help says how it is used\.\n$/],
    [['--of', 'x'], /^lvm: --at POINTS\.json is missing: .+\n/],
    [
      ['--of', 'X', '--at', '[0]'],
      /^lvm: --of has X, and the model has no variable of that name\. Did you mean x\? Variables: k, x\.\n$/,
    ],
    [['--of', 'x', '--at', 'none.json'], /^lvm: There is no file none\.json\.\n$/],
    [['--of', 'x', '--at', '[0'], /^lvm: --at is not JSON: .+\n$/],
    [['--of', 'x', '--at', '{"x": 0}'], /^lvm: --at must be an array with an entry for each point\.\n$/],
    [['--of', 'x', '--at', '[]'], /^lvm: --at has no points\.\n$/],
    [['--of', 'x', '--at', '["a"]'], /^lvm: --at, point 1 is "a", and must be a finite number\.\n$/],
    [['--of', 'x', '--at', '[0]', '--draws', '3'], /^lvm: --draws is 3, and takes a whole number from 16 to/],
  ])('ends with 2 for %j', async (args, message) => {
    const { status, output, errors } = await lvm(['density', referenceFile('mixture-1d'), ...args]);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toMatch(message);
  });
});
