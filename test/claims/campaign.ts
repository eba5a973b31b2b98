import type { Reply } from './ask';
import { coverageP } from './binomial';
import { type Judged, type Judgement, judge } from './judge';
import type { ClaimModel, Kind, Question } from './model';
import { Random } from './random';

/** A question of a generated model and what became of it. */
export interface Finding {
  readonly model: ClaimModel;
  readonly question: Question;
  readonly judgement: Judgement;
}

/** All models of a kind. */
export interface KindReport {
  readonly kind: Kind;
  readonly findings: readonly Finding[];
  readonly models: number;
  /** How many questions each method answered. */
  readonly methods: ReadonlyMap<string, number>;
  /** Models in which something is claimed, and how many of them are covered: a model counts by the share of its numbers. */
  readonly claiming: number;
  readonly covered: number;
  readonly p: number;
  /** The largest error over its claim. */
  readonly worst: Judged | null;
  /** How many numbers are off by more than ten times their claims, and are none; how many are not known. */
  readonly far: number;
  readonly nonsense: number;
  readonly unknown: number;
  /** Questions. */
  readonly refused: number;
  readonly slow: number;
  readonly faults: number;
  /** Seconds of processor time of one question, and of all. */
  readonly slowest: number;
  readonly cpu: number;
  /** Whether every claim is honest; not where most models are answered without one, or not at all. */
  readonly holds: boolean;
}

export type Ask = (model: ClaimModel, question: Question) => Promise<Reply>;

/** A model of a kind, the same for the same number and seed. */
export function modelOf({ name, shapes }: Kind, i: number, seed: number): ClaimModel {
  return shapes[i % shapes.length]!(new Random(seed * 1_000_003 + i * 7919 + hash(name)));
}

function hash(text: string): number {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.codePointAt(0)!) >>> 0;
  return value;
}

export async function campaign(
  kind: Kind,
  models: readonly ClaimModel[],
  ask: Ask,
  found: (finding: Finding, model: number) => void = () => {},
): Promise<KindReport> {
  const findings: Finding[] = [];
  for (const [i, model] of models.entries()) {
    for (const question of model.questions) {
      const judgement = judge(question, await ask(model, question), kind.rounding);
      const finding = { model, question, judgement };
      findings.push(finding);
      found(finding, i);
    }
  }
  return report(kind, models, findings);
}

/** Below this the coverage of a kind is rejected. */
export const significance = 0.05;

export function report(kind: Kind, models: readonly ClaimModel[], findings: readonly Finding[]): KindReport {
  const methods = new Map<string, number>();
  for (const { judgement } of findings)
    if (judgement.outcome === 'answered') methods.set(judgement.method, (methods.get(judgement.method) ?? 0) + 1);
  let [claiming, covered] = [0, 0];
  for (const model of models) {
    const claims = findings
      .filter((finding) => finding.model === model)
      .flatMap(({ judgement }) => judgement.numbers)
      .filter(({ verdict }) => verdict !== 'unknown');
    if (claims.length === 0) continue;
    claiming++;
    covered += claims.filter(({ verdict }) => verdict === 'within').length / claims.length;
  }
  const numbers = findings.flatMap(({ judgement }) => judgement.numbers);
  const count = (verdict: Judged['verdict']) => numbers.filter((each) => each.verdict === verdict).length;
  const outcomes = (outcome: Judgement['outcome']) =>
    findings.filter(({ judgement }) => judgement.outcome === outcome).length;
  const [far, nonsense, faults] = [count('far'), count('nonsense'), outcomes('fault')];
  const p = coverageP(covered, claiming);
  return {
    kind,
    findings,
    models: models.length,
    methods,
    claiming,
    covered,
    p,
    worst: numbers.reduce<Judged | null>((worst, each) => (excess(each) > excess(worst) ? each : worst), null),
    far,
    nonsense,
    unknown: count('unknown'),
    refused: outcomes('refused'),
    slow: outcomes('slow'),
    faults,
    cpu: findings.reduce((sum, { judgement }) => sum + judgement.cpu, 0),
    slowest: findings.reduce((most, { judgement }) => Math.max(most, judgement.cpu), 0),
    holds: 2 * claiming >= models.length && p >= significance && far === 0 && nonsense === 0 && faults === 0,
  };
}

/** How many times its claim a number is off. */
export function excess(judged: Judged | null): number {
  if (judged === null || judged.verdict === 'unknown') return -1;
  if (judged.verdict === 'nonsense') return Number.POSITIVE_INFINITY;
  if (judged.error === 0) return 0;
  return judged.error / judged.claim;
}
