import type { Reply } from './ask';
import type { DensityQuestion, PosteriorQuestion, Question, SpreadTruth } from './model';

/**
 * - `within`: the truth lies in what is claimed
 * - `outside`: it lies outside of the claim, but within ten times
 * - `far`: it lies outside of ten times the claim
 * - `nonsense`: an answer that is none: NaN with status 0, a number where none exists
 * - `unknown`: no number, or no bound of its error, or words not to rely on it
 */
export type Verdict = 'within' | 'outside' | 'far' | 'nonsense' | 'unknown';

/** One number of an answer, judged. */
export interface Judged {
  /** Which number: `logDensity[2]`, `mean`. */
  readonly what: string;
  readonly verdict: Verdict;
  readonly value: unknown;
  readonly truth: number | null;
  /** |value − truth| and what was claimed for it, in the unit of the number (a probability for quantiles). */
  readonly error: number;
  readonly claim: number;
}

export interface Judgement {
  readonly outcome: 'answered' | 'refused' | 'slow' | 'fault';
  /** As the answer has it; empty where there is none. */
  readonly method: string;
  readonly numbers: readonly Judged[];
  /** What was said where there is no answer. */
  readonly words: string;
  readonly cpu: number;
}

/** 95 % of a normal lie within so many standard errors. */
const standardErrors = 1.96;

interface Answer {
  readonly method: string;
  readonly methodDetails: { readonly relativeError: number; readonly sentence: string };
}

interface DensityAnswer extends Answer {
  readonly logDensity: readonly unknown[];
  readonly standardError: readonly unknown[] | null;
}

interface PosteriorAnswer extends Answer {
  readonly mean?: unknown;
  readonly sd?: unknown;
  readonly quantiles?: Readonly<Record<string, unknown>>;
  readonly probabilities?: Readonly<Record<string, unknown>>;
  readonly logEvidence: unknown;
  readonly logEvidenceError: unknown;
}

/** Judges what was said to a question, with `rounding` relative to max(1, |value|) on top of every claim. */
export function judge(question: Question, reply: Reply, rounding: number): Judgement {
  const { cpu } = reply;
  if (reply.kind === 'slow') return { outcome: 'slow', method: '', numbers: [], words: '', cpu };
  if (reply.kind !== 'answer') return { outcome: reply.kind, method: '', numbers: [], words: reply.words, cpu };
  const answer = reply.answer as Answer;
  const numbers =
    question.kind === 'density'
      ? judgeDensity(question, answer as DensityAnswer, rounding)
      : judgePosterior(question, answer as PosteriorAnswer, rounding);
  return { outcome: 'answered', method: answer.method, numbers, words: reply.words, cpu };
}

/** A number of the JSON, in which infinite ones are strings. */
function numberOf(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  return Number(value);
}

const isDrawn = (method: string) => method === 'quasi-monte-carlo' || method === 'importance' || method === 'particles';

/** Digits of a double that a computation may lose. */
const lastDigits = 1e-14;

const relativeSlack = (truth: number, rounding: number) =>
  Number.isFinite(truth) ? rounding * Math.max(1, Math.abs(truth)) : 0;

/** What a relative error of a positive number means for its logarithm. */
function ofLog(relative: number): number {
  return relative < 1 ? -Math.log1p(-relative) : Number.POSITIVE_INFINITY;
}

function judgeDensity(question: DensityQuestion, answer: DensityAnswer, rounding: number): Judged[] {
  const { relativeError } = answer.methodDetails;
  const drawn = isDrawn(answer.method);
  return question.logDensity.map((truth, i) => {
    const standardError = answer.standardError === null ? null : numberOf(answer.standardError[i]);
    const bar = drawn
      ? standardErrors * (standardError ?? Number.POSITIVE_INFINITY)
      : ofLog(relativeError) + standardErrors * (standardError ?? 0);
    return compared(`logDensity[${i}]`, answer.logDensity[i], truth, bar, relativeSlack(truth, rounding));
  });
}

function judgePosterior(question: PosteriorQuestion, answer: PosteriorAnswer, rounding: number): Judged[] {
  const { relativeError, sentence } = answer.methodDetails;
  const drawn = isDrawn(answer.method);
  const doubted = /do not rely/i.test(sentence);
  const judged: Judged[] = [];
  if (question.logEvidence !== undefined) {
    const error = numberOf(answer.logEvidenceError);
    const bar = error === null ? (drawn ? Number.POSITIVE_INFINITY : ofLog(relativeError)) : standardErrors * error;
    judged.push(
      compared(
        'logEvidence',
        answer.logEvidence,
        question.logEvidence,
        bar,
        relativeSlack(question.logEvidence, rounding),
      ),
    );
  }
  const relative = (drawn ? standardErrors : 1) * relativeError;
  for (const [label, truth] of Object.entries(question.probabilities ?? {})) {
    const value = answer.probabilities?.[label];
    judged.push(compared(`p(${label})`, value ?? 0, truth, doubted ? Number.POSITIVE_INFINITY : relative, rounding));
  }
  for (const [j, spread] of (question.spread ?? []).entries()) {
    const found = judgeSpread(
      spread,
      coordinate(answer, j),
      j,
      doubted ? Number.POSITIVE_INFINITY : relative,
      rounding,
    );
    // To say of a moment that it does not exist is a claim, too.
    const denied = (what: string) =>
      /has no mean/.test(sentence) || (what.startsWith('sd') && /no finite variance/.test(sentence));
    judged.push(
      ...found.map((each) =>
        each.value === null && each.truth !== null && Number.isFinite(each.truth) && denied(each.what)
          ? ({ ...each, verdict: 'nonsense' } as const)
          : each,
      ),
    );
  }
  return judged;
}

/** The numbers of one coordinate. */
function coordinate({ mean, sd, quantiles = {} }: PosteriorAnswer, j: number) {
  const of = (value: unknown) => (Array.isArray(value) ? (value[j] as unknown) : value);
  return {
    mean: of(mean),
    sd: of(sd),
    quantiles: Object.entries(quantiles).map(([p, q]) => [Number(p), of(q)] as const),
  };
}

/**
 * A relative error of a posterior says of its mean how far it may be off in standard deviations, of its standard deviation how far
 * relative to it, and of a quantile how far its probability.
 */
function judgeSpread(
  truth: SpreadTruth,
  { mean, sd, quantiles }: ReturnType<typeof coordinate>,
  j: number,
  relative: number,
  rounding: number,
): Judged[] {
  const name = (what: string) => (j === 0 ? what : `${what}[${j}]`);
  const at = (level: number) => numberOf(quantiles.find(([p]) => p === level)?.[1]) ?? Number.NaN;
  const told = numberOf(sd);
  const width = told !== null && Number.isFinite(told) ? told : (at(0.75) - at(0.25)) / 1.35;
  const bar = (unit: number) => (relative === Number.POSITIVE_INFINITY ? relative : relative * unit);
  const judged: Judged[] = [];
  const slackOf = (value: number) =>
    rounding * (width || 0) + (Number.isFinite(value) ? lastDigits * Math.abs(value) : 0);
  if (truth.mean !== undefined)
    judged.push(compared(name('mean'), mean, truth.mean, bar(width), slackOf(truth.mean ?? 0)));
  if (truth.sd !== undefined) judged.push(compared(name('sd'), sd, truth.sd, bar(width), slackOf(truth.sd ?? 0)));
  const { cdf } = truth;
  if (cdf === undefined) return judged;
  for (const [level, value] of quantiles) {
    const quantile = numberOf(value);
    const what = name(`quantile ${level}`);
    if (quantile === null || Number.isNaN(quantile)) {
      judged.push(compared(what, value, level, relative, rounding));
      continue;
    }
    // The quantile itself may be rounded: its probability lies between those of its neighbours.
    const slack = slackOf(quantile);
    const [low, high] = [cdf(quantile - slack), cdf(quantile + slack)];
    const nearest = Math.min(Math.max(level, low), high);
    const claim = relative + rounding;
    judged.push({ what, value, truth: level, ...against(Math.abs(nearest - level), claim) });
  }
  return judged;
}

function compared(what: string, written: unknown, truth: number | null, bar: number, slack: number): Judged {
  const value = numberOf(written);
  const base = { what, value: written ?? null, truth, error: 0, claim: bar };
  if (truth === null) return { ...base, verdict: value === null ? 'within' : 'nonsense' };
  if (truth === Number.POSITIVE_INFINITY && value === null) return { ...base, verdict: 'within' };
  if (value === null || bar === Number.POSITIVE_INFINITY) return { ...base, verdict: 'unknown' };
  if (Number.isNaN(value) || Number.isNaN(bar)) return { ...base, verdict: 'nonsense' };
  if (value === truth) return { ...base, verdict: 'within' };
  return { ...base, ...against(Math.abs(value - truth), bar + slack) };
}

function against(error: number, claim: number): Pick<Judged, 'error' | 'claim' | 'verdict'> {
  return { error, claim, verdict: error <= claim ? 'within' : error <= 10 * claim ? 'outside' : 'far' };
}
