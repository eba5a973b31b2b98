import { sizeOf } from '../batch';
import { discretePosterior } from '../discrete/posterior';
import type { Element } from '../graph';
import { Unanswerable } from '../unanswerable';
import { clusters } from './clusters';
import { density } from './density';
import { enoughDensity } from './enoughDensity';
import { logDeterminant } from './entropy';
import { finalAnswerSteps } from './finalAnswer';
import { gaussianStates, isGaussianPart } from './gaussianPart';
import { lineMethod, sampledMethod } from './informationMethod';
import { lineIntegral } from './lineIntegral';
import { closureOf, partsOf } from './parts';
import { planPart } from './planPart';
import { posterior } from './posterior';
import { quasiSamples } from './quasiSamples';
import type { Answers, Information, Inquiry } from './query';
import { queryMethod } from './queryMethod';
import { sampledMean } from './replicated';

/**
 * The mutual information I(a; b) of two elements in nats. Exact for two discrete ones, for independent ones and for a joint Gaussian; an
 * integral over x for a discrete and a scalar continuous one; otherwise a mean over joint samples.
 * @throws Unanswerable for one element twice, and as `density` does
 */
export function* mutualInformation(inquiry: Inquiry, a: Element, b: Element): Answers<Information> {
  if (a === b) throw new Unanswerable(`Name two different variables, not ${a.key} twice.`);
  const exact = a.discrete && b.discrete ? ofTable(inquiry, a, b) : yield* inClosedForm(inquiry, a, b);
  if (exact !== null) {
    yield exact;
    return;
  }
  const [z, x] = a.discrete ? [a, b] : [b, a];
  if (z.discrete && !x.discrete && x.variable.type.shape.length === 0) {
    const line = yield* ofLine(inquiry, z, x);
    if (line !== null) {
      yield line;
      return;
    }
  }
  yield* ofSamples(inquiry, a, b);
}

/** Σ p(a, b) log p(a, b) / (p(a) p(b)); null where there are too many states. */
function ofTable(inquiry: Inquiry, a: Element, b: Element): Information | null {
  const found = discretePosterior(inquiry, [a, b], new Map());
  if (found.kind !== 'joint') return null;
  const [rows, columns] = [found.states[0]!.count, found.states[1]!.count];
  const { probabilities } = found;
  const [left, right] = [new Float64Array(rows), new Float64Array(columns)];
  probabilities.forEach((p, i) => {
    left[Math.floor(i / columns)]! += p;
    right[i % columns]! += p;
  });
  let nats = 0;
  probabilities.forEach((p, i) => {
    if (p > 0) nats += p * Math.log(p / (left[Math.floor(i / columns)]! * right[i % columns]!));
  });
  const free = closureOf(inquiry.graph, [a, b]);
  const states = rows * columns;
  const work = { method: 'sum', free, states, nodes: 1, dimensions: 0, error: 0, truncated: found.truncated } as const;
  const method = queryMethod([work], `${a.key}, ${b.key}`);
  return { kind: 'information', final: true, method, nats: Math.max(0, nats), standardError: null };
}

/** 0 for elements that have nothing in common; from determinants where both belong to one Gaussian. */
function* inClosedForm(inquiry: Inquiry, a: Element, b: Element): Generator<null, Information | null> {
  const { given, graph } = inquiry;
  const parts = partsOf(closureOf(graph, [a, b]), new Map(), null);
  const part = parts.find(({ free }) => free.includes(a))!;
  const what = `${a.key}, ${b.key}`;
  const base = { free: part.free, states: 1, nodes: 1, error: 0, truncated: [] } as const;
  if (!part.free.includes(b)) {
    const method = queryMethod([], what);
    const sentence = `${a.key} and ${b.key} have no variable in common: they are independent.`;
    return { kind: 'information', final: true, method: { ...method, sentence }, nats: 0, standardError: null };
  }
  if (a.discrete || b.discrete) return null;
  const plan = planPart(given, part, new Map(), new Set());
  if (plan.kind !== 'nodes' || plan.table.count > 1 || !isGaussianPart(given, plan)) return null;
  const states = yield* gaussianStates(given, part, plan, new Map(), [a, b]);
  if (states === null) return null;
  const { covariance } = states[0]!.filtered;
  const [first, second] = [a, b].map(({ variable }) => sizeOf(variable.type.shape)) as [number, number];
  const whole = first + second;
  const block = (start: number, size: number) =>
    Float64Array.from(
      { length: size * size },
      (_, i) => covariance[(start + Math.floor(i / size)) * whole + start + (i % size)]!,
    );
  const logs = [logDeterminant(block(0, first), first), logDeterminant(block(first, second), second)] as const;
  // A function of other variables has no density: what is said of it is infinite, or nothing.
  if (logs.includes(Number.NEGATIVE_INFINITY)) return null;
  const nats = 0.5 * (logs[0] + logs[1] - logDeterminant(covariance, whole));
  const method = queryMethod([{ ...base, method: 'gaussian', dimensions: plan.dimensions }], what);
  return { kind: 'information', final: true, method, nats: Math.max(0, nats), standardError: null };
}

/** States that a discrete element may have for an integral over the other. */
const stateLimit = 256;

/** ∫ p(x) Σ_k p(k | x) log (p(k | x) / p(k)) dx. */
function* ofLine(inquiry: Inquiry, z: Element, x: Element): Generator<null, Information | null> {
  const prior = yield* finalAnswerSteps(posterior(inquiry, z, new Map()));
  const marginal = yield* finalAnswerSteps(posterior(inquiry, x, new Map()));
  if (prior.kind !== 'discrete' || marginal.kind !== 'continuous' || prior.probabilities.length > stateLimit)
    return null;
  const [low, high] = [marginal.quantiles[0]![0]!, marginal.quantiles[0]!.at(-1)!];
  if (!(high > low)) return null;
  const share = new Map(prior.labels.map((label, k) => [label, prior.probabilities[k]!]));
  let inner = marginal.method;
  const found = yield* lineIntegral(
    function* (places) {
      const own = yield* finalAnswerSteps(clusters(inquiry, z, new Map([[x.key, places]])));
      inner = own.method;
      const states = own.labels.length;
      const values = Float64Array.from(places, (_, i) => {
        let sum = 0;
        for (let k = 0; k < states; k++) {
          const r = own.responsibilities[i * states + k]!;
          const p = share.get(own.labels[k]!) ?? 0;
          if (r > 0 && p > 0) sum += r * Math.log(r / p);
        }
        return sum;
      });
      return { density: own.logDensity.map(Math.exp), values, errors: null };
    },
    [low, high],
  );
  const method = lineMethod(inner, found, x.key);
  return { kind: 'information', final: true, method, nats: Math.max(0, found.integral), standardError: null };
}

const tolerance = 5e-3;
const firstSamples = 2 ** 12;
const mostSamples = 2 ** 15;

/** The mean of log p(a, b) − log p(a) − log p(b) over joint samples. */
function* ofSamples(inquiry: Inquiry, a: Element, b: Element): Answers<Information> {
  for (let count = firstSamples; ; count *= 2) {
    const [left, right] = yield* quasiSamples(inquiry, [a, b], count / 16);
    const joint = yield* enoughDensity(density(inquiry, [a, b], [left!, right!]));
    const first = yield* enoughDensity(density(inquiry, [a], [left!]));
    const second = yield* enoughDensity(density(inquiry, [b], [right!]));
    const { mean, error } = sampledMean(
      joint.logDensity.map((log, i) => log - first.logDensity[i]! - second.logDensity[i]!),
    );
    const final = error <= tolerance || 2 * count > mostSamples;
    const method = sampledMethod(worse(joint.method, first.method, second.method), count, `${a.key}, ${b.key}`, error);
    yield { kind: 'information', final, method, nats: mean, standardError: error };
    if (final) return;
  }
}

function worse<T extends { readonly relativeError: number }>(...methods: readonly [T, ...T[]]): T {
  return methods.reduce((worst, each) => (each.relativeError > worst.relativeError ? each : worst));
}
