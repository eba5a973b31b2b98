import type { Answers, Density, Inquiry } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import { type Known, knownAt } from '../factors/tables/known';
import { orNothing } from '../math/logSum';
import type { Element } from '../plan/graph';
import { closureOf, partsOf } from '../plan/parts';
import { gridDensity } from './gridDensity';
import { type PartDensity, type PartSteps, partDensity } from './partDensity';
import { queryMethod } from './queryMethod';

/** Points that are worked on together. */
const chunk = 4096;

/**
 * log of the joint density of some elements at some points; everything else that they depend on is summed and integrated out.
 * Discrete elements have probabilities instead of densities.
 * @param of different elements; one may be an ancestor of another
 * @param points for each element points × size of a draw, the same number of points for all
 * @throws Unanswerable where an element is asked for twice, where a value has too many or too few numbers, and where the model makes it impossible
 */
export function* density(inquiry: Inquiry, of: readonly Element[], points: readonly Float64Array[]): Answers<Density> {
  const count = countOf(of, points);
  const knowns = of.map((element, i) => knownAt(element, points[i]!, count));
  yield* jointDensity(inquiry, knowns, of.map(({ key }) => key).join(', '));
}

/**
 * The number of points of a query.
 * @throws Unanswerable where an element is asked for twice, or none is
 */
export function countOf(of: readonly Element[], points: readonly Float64Array[]): number {
  if (new Set(of).size < of.length) throw new Unanswerable('Name every variable once.');
  const first = of[0];
  if (first === undefined) throw new Unanswerable('Name a variable whose density is wanted.');
  const size = first.variable.type.shape.reduce((product, length) => product * length, 1);
  return Math.ceil(points[0]!.length / size);
}

/**
 * log of the joint density of known elements, some of them at one value and some at one for each point.
 * @param what names what is asked for in the method's sentence
 */
export function* jointDensity(inquiry: Inquiry, knowns: readonly Known[], what: string): Answers<Density> {
  const points = knowns.reduce((most, known) => Math.max(most, known.points), 1);
  const closure = closureOf(
    inquiry.graph,
    knowns.map(({ element }) => element),
  );
  const onGrid = yield* gridDensity(inquiry, closure, knowns);
  if (onGrid !== null) {
    yield {
      kind: 'density',
      final: true,
      method: queryMethod(onGrid.works, what),
      logDensity: onGrid.logs,
      standardError: onGrid.errors,
    };
    return;
  }
  const runs: Run[] = [];
  for (let first = 0; first < points || runs.length === 0; first += chunk) {
    const known = new Map(knowns.map((each) => [each.element.key, cut(each, first, Math.min(points, first + chunk))]));
    const parts = partsOf(closure, known, null);
    runs.push(
      new Run(
        parts.map((part) => partDensity(inquiry, part, known)),
        Math.min(points, first + chunk) - first,
      ),
    );
  }
  for (const run of runs) yield* run.advance();
  for (;;) {
    const final = runs.every(({ settled }) => settled);
    yield answer(runs, points, final, what);
    if (final) return;
    for (const run of runs) yield* run.advance();
  }
}

/** Some of the points of a known element. */
export function cut(known: Known, from: number, to: number): Known {
  if (known.points === 1) return known;
  const size = known.values.length / known.points;
  return { element: known.element, values: known.values.subarray(from * size, to * size), points: to - from };
}

/** The parts of a query at some of its points, each as far as it is. */
class Run {
  private readonly latest: PartDensity[] = [];

  constructor(
    private readonly steps: readonly PartSteps[],
    readonly points: number,
  ) {}

  get settled(): boolean {
    return this.latest.every(({ settled }) => settled);
  }

  get works() {
    return this.latest.map(({ work }) => work);
  }

  /** Takes every part to its next estimate. */
  *advance(): Generator<null, void> {
    for (const [i, steps] of this.steps.entries()) {
      while (this.latest[i]?.settled !== true) {
        const step = steps.next();
        if (step.done === true) break;
        if (step.value === null) {
          yield null;
          continue;
        }
        this.latest[i] = step.value;
        break;
      }
    }
  }

  log(point: number): number {
    return this.latest.reduce((sum, { logs }) => sum + logs[logs.length === 1 ? 0 : point]!, 0);
  }

  get sampled(): boolean {
    return this.latest.some(({ errors }) => errors !== null);
  }

  error(point: number): number {
    const squares = this.latest.reduce(
      (sum, { errors }) => sum + (errors === null ? 0 : errors[errors.length === 1 ? 0 : point]! ** 2),
      0,
    );
    return Math.sqrt(squares);
  }
}

function answer(runs: readonly Run[], points: number, final: boolean, what: string): Density {
  const logDensity = new Float64Array(points);
  const standardError = runs.some(({ sampled }) => sampled) ? new Float64Array(points) : null;
  let at = 0;
  for (const run of runs) {
    for (let p = 0; p < run.points; p++, at++) {
      // Impossible in one part is impossible, whatever the others say.
      logDensity[at] = orNothing(run.log(p));
      if (standardError !== null) standardError[at] = run.error(p);
    }
  }
  return { kind: 'density', final, method: queryMethod(runs[0]!.works, what), logDensity, standardError };
}
