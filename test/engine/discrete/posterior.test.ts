import { describe, expect, it } from 'vitest';
import { discretePosterior, discretePosteriors, mostProbable } from '../../../webview/engine/discrete/posterior';
import type { Graph } from '../../../webview/engine/graph';
import reference from '../../reference/models.json';
import { model } from '../models';
import { given } from '../plain';

const evidenceOf = (entries: Readonly<Record<string, number>>) =>
  new Map(Object.entries(entries).map(([key, value]) => [key, Float64Array.of(value)]));

function question(text: string) {
  const { numbers, graph } = given(model(text));
  return { given: numbers, graph };
}

function elements(graph: Graph, ...keys: string[]) {
  return keys.map((key) => {
    const [, name, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(key)!;
    return graph.element(name!, index === undefined ? null : Number(index));
  });
}

function joint(text: string, targets: string[], evidence: Readonly<Record<string, number>>) {
  const asked = question(text);
  const result = discretePosterior(asked, elements(asked.graph, ...targets), evidenceOf(evidence));
  if (result.kind !== 'joint') throw new Error(result.kind);
  return result;
}

function single(text: string, targets: string[], evidence: Readonly<Record<string, number>>) {
  const asked = question(text);
  const result = discretePosteriors(asked, elements(asked.graph, ...targets), evidenceOf(evidence));
  if (result.kind !== 'single') throw new Error(result.kind);
  return result;
}

function close(actual: ArrayLike<number>, expected: readonly number[], tolerance: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(tolerance);
  });
}

interface Hmm {
  readonly x: readonly number[];
  readonly log_marginal: number;
  readonly smoothed_posterior: readonly (readonly number[])[];
}

describe('a hidden Markov model', () => {
  const hmm = reference.models.find(({ name }) => name === 'hmm-3-state') as unknown as Hmm;
  const text = `
    param A = [[0.7, 0.2, 0.1], [0.3, 0.5, 0.2], [0.2, 0.3, 0.5]]
    param E = [[0.9, 0.1], [0.4, 0.6], [0.2, 0.8]]
    latent   z[1]          ~ Categorical([0.5, 0.3, 0.2])
    latent   z[t] | z[t-1] ~ Categorical(A[z[t-1]])  for t in 2..8
    observed x[t] | z[t]   ~ Categorical(E[z[t]])    for t in 1..8`;
  const evidence = Object.fromEntries(hmm.x.map((x, i) => [`x[${i + 1}]`, x + 1]));
  const keys = hmm.x.map((_, i) => `z[${i + 1}]`);

  it('has the reference evidence and smoothed posteriors', () => {
    const { of, logEvidence } = single(text, keys, evidence);
    expect(logEvidence).toBeCloseTo(hmm.log_marginal, 12);
    for (const [t, key] of keys.entries()) close(of.get(key)!.probabilities, hmm.smoothed_posterior[t]!, 1e-13);
  });

  it('has the same posteriors one by one', () => {
    for (const [t, key] of keys.entries()) {
      close(joint(text, [key], evidence).probabilities, hmm.smoothed_posterior[t]!, 1e-13);
    }
  });

  it('has a most probable path, as good as any other', () => {
    const asked = question(text);
    const best = mostProbable(asked, elements(asked.graph, ...keys), evidenceOf(evidence));
    if (best.kind !== 'most-probable') throw new Error(best.kind);
    const all = joint(text, keys, evidence).probabilities;
    const place = best.values.reduce((at, [value]) => at * 3 + value! - 1, 0);
    expect(all[place]).toBe(all.reduce((a, b) => Math.max(a, b)));
    expect(best.logProbability).toBeCloseTo(Math.log(all[place]!), 12);
    expect(best.logEvidence).toBeCloseTo(hmm.log_marginal, 12);
  });
});

interface Sprinkler {
  readonly joint: readonly { readonly state: readonly number[]; readonly p: number }[];
  readonly marginals: Readonly<Record<string, readonly number[]>>;
  readonly pairwise_p11: Readonly<Record<string, number>>;
  readonly posteriors: readonly {
    readonly query: string;
    readonly evidence: Readonly<Record<string, number>>;
    readonly p: readonly number[];
    readonly log_evidence: number;
  }[];
}

describe('a network of look-up tables', () => {
  const sprinkler = reference.models.find(({ name }) => name === 'bayesnet-sprinkler') as unknown as Sprinkler;
  const text = `
    latent   C        ~ Bernoulli(0.5)
    latent   S | C    ~ Bernoulli(case C { true: 0.1, false: 0.5 })
    latent   R | C    ~ Bernoulli(case C { true: 0.8, false: 0.2 })
    observed W | S, R ~ Bernoulli(case S, R { false, false: 0.01, true, false: 0.9, false, true: 0.9, true, true: 0.99 })
    observed L | R    ~ Bernoulli(case R { true: 0.7, false: 0.05 })`;

  it('has the reference joint distribution', () => {
    close(
      joint(text, ['C', 'S', 'R', 'W', 'L'], {}).probabilities,
      sprinkler.joint.map(({ p }) => p),
      1e-15,
    );
  });

  it('has the reference marginals', () => {
    const { of, logEvidence } = single(text, ['C', 'S', 'R', 'W', 'L'], {});
    expect(logEvidence).toBe(0);
    for (const [key, p] of Object.entries(sprinkler.marginals)) close(of.get(key)!.probabilities, p, 1e-15);
  });

  it.each(Object.entries(sprinkler.pairwise_p11))('has the reference probability of both of %s', (pair, p) => {
    expect(joint(text, pair.split(','), {}).probabilities[3]).toBeCloseTo(p, 15);
  });

  it.each(sprinkler.posteriors)('has the reference posterior of $query given $evidence', (expected) => {
    const { probabilities, logEvidence } = joint(text, [expected.query], expected.evidence);
    close(probabilities, expected.p, 1e-15);
    expect(logEvidence).toBeCloseTo(expected.log_evidence, 14);
  });
});
