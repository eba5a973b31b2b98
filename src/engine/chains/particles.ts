import type { Evidence, Inquiry } from '../api/query';
import { checkLaw } from '../evaluate/laws/checkLaw';
import { baseDimensions } from '../evaluate/laws/coordinates';
import { draw } from '../evaluate/laws/draw';
import { logLikelihood } from '../evaluate/laws/law';
import { lawOfElement } from '../factors/tables/elementLaw';
import { lenientShare } from '../integrate/atNodes';
import type { Element } from '../plan/graph';
import { closureOf } from '../plan/parts';
import { hash, uniforms } from '../sampling/random';
import type { Batch } from '../values/batch';

/** Joint draws of some elements given values of others. */
export interface Particles {
  readonly count: number;
  /** By key: count × size of a draw. */
  readonly values: ReadonlyMap<string, Float64Array>;
  /** They sum to 1. */
  readonly weights: Float64Array;
  /** How many independent draws they are worth; `count` where there is no evidence. */
  readonly worth: number;
}

/** Draws worth less than this share of their number are drawn anew from among themselves. */
const uneven = 0.5;

/**
 * Ancestral draws that pass the evidence on the way (a particle filter): each observed element is weighed as soon as its parents have values, and
 * where few draws carry most of the weight they take the place of the others.
 * @param wanted whose values to return; observed ones are left out
 * @returns null where no draw agrees with the evidence
 * @throws Unanswerable where a parameter is outside of its domain at more than a few draws
 */
export function* particles(
  inquiry: Inquiry,
  wanted: readonly Element[],
  evidence: Evidence,
  count: number,
): Generator<null, Particles | null> {
  const { graph, seed } = inquiry;
  const known = Array.from(evidence.keys(), (key) => graph.byKey(key));
  const order = evidenceFirst(closureOf(graph, [...wanted, ...known]), evidence);
  const lastUse = new Map<string, number>();
  order.forEach(({ parents }, i) => {
    for (const key of parents) lastUse.set(key, i);
  });
  for (const { key } of wanted) lastUse.set(key, order.length);
  const values = new Map<string, Float64Array>();
  let logWeights = new Float64Array(count);
  /** Which of the first draws each descends from: those with one ancestor count as one. */
  let roots = Int32Array.from({ length: count }, (_, i) => i);
  for (let at = 0; at < order.length; at++) {
    const element = order[at]!;
    const seen = evidence.get(element.key);
    const found = evaluated(inquiry, element, values, evidence, count);
    if (seen === undefined) values.set(element.key, found);
    else {
      logWeights = logWeights.map((log, i) => log + (Number.isNaN(found[i]!) ? Number.NEGATIVE_INFINITY : found[i]!));
      const weights = normalised(logWeights);
      if (weights === null) return null;
      if (1 / weights.reduce((sum, weight) => sum + weight * weight, 0) < uneven * count) {
        const chosen = systematic(weights, uniforms(hash(`${seed}|particles|${element.place}`), 1)[0]!);
        for (const [key, before] of values) values.set(key, rowsOf(before, chosen));
        roots = Int32Array.from(chosen, (row) => roots[row]!);
        logWeights = new Float64Array(count);
      }
    }
    for (const key of element.parents) if (lastUse.get(key) === at) values.delete(key);
    yield null;
  }
  const weights = normalised(logWeights);
  return weights === null ? null : { count, values, weights, worth: worthOf(weights, roots) };
}

/** @returns draws of an element, or of an observed one the log probability of its value at every draw. */
function evaluated(
  { given, base, seed }: Inquiry,
  element: Element,
  values: ReadonlyMap<string, Float64Array>,
  evidence: Evidence,
  count: number,
): Float64Array {
  const parents = new Map<string, Batch>();
  for (const key of element.parents) {
    const constant = evidence.get(key);
    const data = constant ?? values.get(key)!;
    const nodes = constant === undefined ? count : 1;
    parents.set(key, { nodes, size: data.length / nodes, data });
  }
  const law = lawOfElement(given, element, parents);
  checkLaw(law, element.key, given.faults, { weights: null, mass: null, share: lenientShare });
  const seen = evidence.get(element.key);
  if (seen !== undefined) return logLikelihood(law, seen, count);
  const columns = Array.from({ length: baseDimensions(element.distribution) }, (_, j) =>
    base.samples(seed, element.place, j, 0, count),
  );
  return draw(law, count, columns);
}

/** Parents before children, each observed element right after the last of its parents. */
function evidenceFirst(closure: readonly Element[], evidence: Evidence): Element[] {
  const result = new Set<Element>();
  const placed = new Set<string>();
  const waiting = new Set(closure.filter(({ key }) => evidence.has(key)));
  const place = (element: Element): void => {
    result.add(element);
    placed.add(element.key);
    waiting.delete(element);
  };
  const settle = (): void => {
    for (const element of waiting) if (element.parents.every((key) => placed.has(key))) place(element);
  };
  settle();
  for (const element of closure) {
    if (evidence.has(element.key)) continue;
    place(element);
    settle();
  }
  return [...result];
}

/** @returns null where all are impossible */
function normalised(logWeights: Float64Array): Float64Array | null {
  const top = logWeights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (top === Number.NEGATIVE_INFINITY) return null;
  const weights = logWeights.map((log) => Math.exp(log - top));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

/** As many rows as there are weights, each as often as its weight says, give or take one. */
function systematic(weights: Float64Array, offset: number): Int32Array {
  const count = weights.length;
  const rows = new Int32Array(count);
  let [row, below] = [0, weights[0]!];
  for (let i = 0; i < count; i++) {
    const at = (i + offset) / count;
    while (below < at && row < count - 1) below += weights[++row]!;
    rows[i] = row;
  }
  return rows;
}

function rowsOf(values: Float64Array, rows: Int32Array): Float64Array {
  const size = values.length / rows.length;
  if (size === 1) return Float64Array.from(rows, (row) => values[row]!);
  return Float64Array.from(
    { length: values.length },
    (_, i) => values[rows[Math.floor(i / size)]! * size + (i % size)]!,
  );
}

/** (Σ w)² / Σ w² over the families of draws with one ancestor. */
function worthOf(weights: Float64Array, roots: Int32Array): number {
  const families = new Map<number, number>();
  weights.forEach((weight, i) => {
    families.set(roots[i]!, (families.get(roots[i]!) ?? 0) + weight);
  });
  let squares = 0;
  for (const weight of families.values()) squares += weight * weight;
  return 1 / squares;
}
