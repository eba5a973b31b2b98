import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { inquiryOf, readWholeModel, tellFaults } from '../../src/cli/inquiry';
import { temporaryFolder } from './lvm';

const folder = temporaryFolder();
writeFileSync(join(folder, 'good.lvm'), 'param mu = 3\nlatent unused ~ Normal(0, 1)\nobserved x ~ Normal(mu, 1)\n');
writeFileSync(
  join(folder, 'bad.lvm'),
  'observed x ~ Normal(0, -1)\nobserved y ~ Norml(0, 1)\nlatent unused ~ Normal(0, 1)\n',
);
writeFileSync(join(folder, 'one.lvm'), 'observed x ~ Normal(0, -1)\n');

describe('readWholeModel', () => {
  it('gives the model, warnings or not', async () => {
    const whole = await readWholeModel('good.lvm', folder);
    expect(whole.analysis.diagnostics.map(({ severity }) => severity)).toContain('warning');
    expect(whole.model).toBe(whole.analysis.model);
  });

  it('fails with the errors, and only those, in a form for people', async () => {
    let failure: unknown;
    try {
      await readWholeModel('bad.lvm', folder);
    } catch (error) {
      failure = error;
    }
    if (!(failure instanceof Failure)) throw failure;
    expect(failure.status).toBe(1);
    const [first, ...errors] = failure.message.split('\n');
    expect(first).toBe('bad.lvm has 2 errors:');
    expect(errors).toEqual([
      expect.stringMatching(/^bad\.lvm:1:24: error: .+ \(parameter-domain\)$/),
      expect.stringMatching(/^bad\.lvm:2:14: error: .+ \(unknown-distribution\)$/),
    ]);
    await expect(readWholeModel('one.lvm', folder)).rejects.toThrow(/^one\.lvm has an error:\n/);
  });
});

describe('inquiryOf', () => {
  it('puts the numbers of the text and the seed where the engine looks for them', async () => {
    const inquiry = inquiryOf(await readWholeModel('good.lvm', folder), 64, 0);
    expect([inquiry.draws, inquiry.seed, Array.from(inquiry.given.numbers)]).toEqual([64, 0, [3, 0, 1, 1]]);
    expect(inquiry.graph.element('x', null).key).toBe('x');
  });

  it('tells of what was left out', async () => {
    const inquiry = inquiryOf(await readWholeModel('good.lvm', folder), 64, 0);
    inquiry.given.faults.set('The sd of x is negative.', 0.01234);
    let told = '';
    tellFaults(inquiry, { write: (text) => (told += text) });
    expect(told).toBe('lvm: For up to 1.2 % of the draws: The sd of x is negative. They are left out.\n');
  });
});
