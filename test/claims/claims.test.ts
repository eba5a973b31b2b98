import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, type Reply } from './ask';
import { coverageP } from './binomial';
import { campaign, type KindReport, modelOf, report } from './campaign';
import { judge } from './judge';
import { kinds } from './kinds';
import type { DensityQuestion, Kind, PosteriorQuestion } from './model';
import { openKinds } from './open';

/** Seconds of processor time for a question. */
const limit = 3;

async function judged(kind: Kind, numbers: readonly number[]): Promise<KindReport> {
  const models = numbers.map((i) => modelOf(kind, i, 1));
  return campaign(kind, models, (model, question) => ask(model, question, limit));
}

/** What is wrong, in a few words. */
const wrong = ({ findings, p }: KindReport) => ({
  p,
  numbers: findings.flatMap(({ model, judgement }) =>
    judgement.numbers
      .filter(({ verdict }) => verdict !== 'within' && verdict !== 'unknown')
      .map(({ verdict, what, value, truth }) => `${model.shape}: ${verdict} ${what} ${value} for ${truth}`),
  ),
});

describe('the claims of the engine', () => {
  it('are judged by 15 kinds of models, with names of their own', () => {
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(15);
    expect([...openKinds.keys()].filter((name) => !kinds.some((kind) => kind.name === name))).toEqual([]);
  });

  it('stand in the page about accuracy, kind by kind', () => {
    const rows = readFileSync('media/docs/accuracy.md', 'utf8').match(/^\| (.*?) *\|.*\| (yes|no) *\|$/gm) ?? [];
    expect(rows.map((row) => row.split('|')[1]!.trim())).toEqual(kinds.map(({ name }) => name));
  });

  it.each(kinds.filter(({ name }) => !openKinds.has(name)))('are honest: $name', async (kind) => {
    const found = await judged(kind, [0, 1, 2, 3]);
    expect(found.holds, JSON.stringify(wrong(found))).toBe(true);
  });

  it.each(kinds.filter(({ name }) => openKinds.has(name)))('are not yet: $name', async (kind) => {
    const found = await judged(kind, openKinds.get(kind.name)!.models);
    expect(found.holds, `${kind.name} holds now: take it off the list in test/claims/open.ts`).toBe(false);
  });
});

const density: DensityQuestion = { kind: 'density', of: 'x', at: [1, 2], logDensity: [-1, -2] };
const answered = (answer: object): Reply => ({ kind: 'answer', answer, words: '', cpu: 0 });
const verdicts = (question: DensityQuestion | PosteriorQuestion, answer: object) =>
  judge(question, answered(answer), 1e-9).numbers.map(({ verdict }) => verdict);

describe('the judge', () => {
  it('allows an exact density its rounding and no more', () => {
    const exact = { method: 'sum', standardError: null, methodDetails: { relativeError: 0, sentence: '' } };
    expect(verdicts(density, { ...exact, logDensity: [-1 + 5e-10, -2 + 1e-8] })).toEqual(['within', 'outside']);
    expect(verdicts(density, { ...exact, logDensity: [-1.1, '-Infinity'] })).toEqual(['far', 'far']);
    expect(verdicts(density, { ...exact, logDensity: ['NaN', null] })).toEqual(['nonsense', 'unknown']);
  });

  it('takes the error of a quadrature as that of the value, and draws by 1.96 standard errors', () => {
    const quadrature = {
      method: 'quadrature',
      standardError: null,
      methodDetails: { relativeError: 0.01, sentence: '' },
    };
    expect(verdicts(density, { ...quadrature, logDensity: [-1.009, -2.02] })).toEqual(['within', 'outside']);
    const draws = { method: 'importance', methodDetails: { relativeError: 0.5, sentence: '' } };
    const found = { ...draws, logDensity: [-1.019, -2.021], standardError: [0.01, 0.01] };
    expect(verdicts(density, found)).toEqual(['within', 'outside']);
    expect(verdicts(density, { ...found, standardError: null })).toEqual(['unknown', 'unknown']);
    expect(verdicts(density, { ...found, logDensity: ['-Infinity', -2], standardError: [0, 0] })).toEqual([
      'far',
      'within',
    ]);
  });

  const posterior: PosteriorQuestion = {
    kind: 'posterior',
    of: 'z',
    given: {},
    logEvidence: -3,
    spread: [{ mean: 1, sd: null, cdf: (z) => 0.5 + (z - 1) / 10 }],
  };
  const drawn = { method: 'importance', logEvidence: -3, logEvidenceError: 0.1 };
  const numbers = { mean: 1.05, sd: null, quantiles: { 0.25: -1.4, 0.5: 1, 0.75: 3.6 } };

  it('compares means by their spread and quantiles by their probability', () => {
    const answer = { ...drawn, ...numbers, methodDetails: { relativeError: 0.01, sentence: '' } };
    expect(verdicts(posterior, answer)).toEqual(['within', 'within', 'within', 'within', 'within', 'within']);
    expect(verdicts(posterior, { ...answer, mean: 1.5, sd: 2, quantiles: { 0.25: 1 } })).toEqual([
      'within',
      'far',
      'nonsense',
      'far',
    ]);
  });

  it('lets words take back numbers, but no bar that is drawn', () => {
    const methodDetails = { relativeError: 0.01, sentence: 'Do not rely on this answer.' };
    const answer = { ...drawn, ...numbers, mean: 77, logEvidence: -9, methodDetails };
    expect(verdicts(posterior, answer).slice(0, 2)).toEqual(['far', 'unknown']);
  });

  it('knows a moment that is said not to exist, and does', () => {
    const methodDetails = {
      relativeError: 0.01,
      sentence: 'The tails are so heavy that it has no mean and no variance.',
    };
    const answer = { ...drawn, ...numbers, mean: null, methodDetails };
    expect(verdicts(posterior, answer).slice(1, 3)).toEqual(['nonsense', 'within']);
    const silent = { ...answer, methodDetails: { relativeError: 0.01, sentence: '' } };
    expect(verdicts(posterior, silent).slice(1, 3)).toEqual(['unknown', 'within']);
  });

  it('takes probabilities that are not told for 0', () => {
    const question: PosteriorQuestion = { kind: 'posterior', of: 'k', given: {}, probabilities: { a: 0.3, b: 1e-12 } };
    const answer = { method: 'sum', probabilities: { a: 0.3 }, methodDetails: { relativeError: 0, sentence: '' } };
    expect(verdicts(question, answer)).toEqual(['within', 'within']);
  });

  it('tests coverage by the binomial distribution', () => {
    expect(coverageP(20, 20)).toBeCloseTo(1, 12);
    expect(coverageP(19, 20)).toBeCloseTo(1 - 0.95 ** 20, 12);
    expect(coverageP(16, 20)).toBeCloseTo(0.015901526, 8);
    expect(coverageP(16.2, 20)).toBeCloseTo(coverageP(17, 20), 12);
    expect(coverageP(0, 0)).toBe(1);
  });

  it('rejects a kind whose claims are too narrow, and one with a single number far off', () => {
    const kind: Kind = { name: 'test', summary: '', rounding: 1e-9, shapes: [] };
    const models = Array.from({ length: 20 }, () => ({ shape: '', text: '', questions: [density] }));
    const answers = (values: readonly (readonly number[])[]) =>
      report(
        kind,
        models,
        models.map((model, i) => ({
          model,
          question: density,
          judgement: judge(
            density,
            answered({
              method: 'importance',
              logDensity: values[i]!,
              standardError: [0.1, 0.1],
              methodDetails: { relativeError: 0, sentence: '' },
            }),
            1e-9,
          ),
        })),
      );
    const right = models.map(() => [-1, -2]);
    expect(answers(right)).toMatchObject({ holds: true, covered: 20 });
    expect(answers(right.map((pair, i) => (i < 3 ? [-1.3, -2.3] : pair)))).toMatchObject({ holds: true, covered: 17 });
    expect(answers(right.map((pair, i) => (i < 4 ? [-1.3, -2.3] : pair)))).toMatchObject({ holds: false, far: 0 });
    expect(answers(right.map((pair, i) => (i < 1 ? [-1, -5] : pair)))).toMatchObject({ holds: false, far: 1 });
  });
});
