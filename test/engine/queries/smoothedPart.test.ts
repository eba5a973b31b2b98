import { expect, it } from 'vitest';
import type { Known } from '../../../src/engine/factors/tables/known';
import { knownOf } from '../../../src/engine/factors/tables/known';
import { closureOf, partsOf } from '../../../src/engine/plan/parts';
import { isClosed, smoothedPart, vertexOf } from '../../../src/engine/queries/smoothedPart';
import { inquire, result, seen } from './inquire';

const text = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(sin(z[t-1]), 0.5) for t in 2..9
observed x[t] | z[t] ~ Normal(z[t], 0.4) for t in 1..9`;

/** The part of some elements given others. */
function partOf(inquiry: ReturnType<typeof inquire>, of: readonly string[], values: Readonly<Record<string, number>>) {
  const known: ReadonlyMap<string, Known> = new Map(
    knownOf(inquiry.graph, seen(values)).map((each) => [each.element.key, each]),
  );
  const elements = [
    ...of.map((key) => inquiry.graph.byKey(key)),
    ...Array.from(known.values(), ({ element }) => element),
  ];
  const part = partsOf(closureOf(inquiry.graph, elements), known, null).find(({ free }) => free.length > 0)!;
  return { part, known };
}

it('what was smoothed serves all elements that it has, and only for the same evidence', () => {
  const inquiry = inquire(text);
  const smooth = (of: readonly string[], values: Readonly<Record<string, number>>) => {
    const { part, known } = partOf(inquiry, of, values);
    return result(smoothedPart(inquiry.given, part, known))!;
  };
  const all = smooth(['z[9]'], { 'x[1]': 0.3, 'x[5]': 1 });
  expect(smooth(['z[7]'], { 'x[1]': 0.3, 'x[5]': 1 })).toBe(all);
  expect(smooth(['z[2]'], { 'x[1]': 0.3, 'x[5]': 1 })).toBe(all);
  expect(vertexOf(all, inquiry.graph.byKey('z[7]'))).toBe(6);
  expect(vertexOf(all, inquiry.graph.byKey('x[7]'))).toBe(-1);
  const other = smooth(['z[7]'], { 'x[1]': 0.3, 'x[5]': 2 });
  expect(other).not.toBe(all);
  expect(other.smoothed.logEvidence).not.toBeCloseTo(all.smoothed.logEvidence, 3);
});

it('few numbers, and parts that have no grid, are left to others', () => {
  const inquiry = inquire(text);
  const { part, known } = partOf(inquiry, ['z[2]'], { 'x[1]': 0.3 });
  expect(result(smoothedPart(inquiry.given, part, known))).toBe(null);
});

it('tells what is in closed form', () => {
  const bent = inquire(text);
  const { part, known } = partOf(bent, ['z[5]'], { 'x[1]': 0.3 });
  expect(isClosed(bent.given, part, known)).toBe(false);
  const straight = inquire(text.replace('sin(z[t-1])', '0.5 * z[t-1]'));
  const other = partOf(straight, ['z[5]'], { 'x[1]': 0.3 });
  expect(isClosed(straight.given, other.part, other.known)).toBe(true);
});
