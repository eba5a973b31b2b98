import type { Answers, Density, Evidence, Inquiry } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import { knownAt, knownOf } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import { countOf, jointDensity } from './density';
import { finalAnswerSteps } from './finalAnswer';
import { leastExact } from './queryMethod';

/**
 * log p(some elements | others) at some points: the conditional p(x | z) at a chosen z, the density of a posterior, what is to be expected
 * of an observed variable given another. Everything that is neither asked for nor given is summed and integrated out.
 * @param of different elements that are not in the evidence
 * @param points for each of them points × size of a draw
 * @throws Unanswerable where an element is both asked for and given, and as `density` does
 */
export function* conditional(
  inquiry: Inquiry,
  of: readonly Element[],
  evidence: Evidence,
  points: readonly Float64Array[],
): Answers<Density> {
  const seen = of.find(({ key }) => evidence.has(key));
  if (seen !== undefined) throw new Unanswerable(`${seen.key} is given: its value is known. Ask for another variable.`);
  const count = countOf(of, points);
  const given = knownOf(inquiry.graph, evidence);
  const asked = of.map((element, i) => knownAt(element, points[i]!, count));
  const what = of.map(({ key }) => key).join(', ');
  if (given.length === 0) {
    yield* jointDensity(inquiry, asked, what);
    return;
  }
  const base = yield* finalAnswerSteps(jointDensity(inquiry, given, what));
  const [logBase, baseError] = [base.logDensity[0]!, base.standardError?.[0] ?? 0];
  if (logBase === Number.NEGATIVE_INFINITY) {
    throw new Unanswerable('The given values are impossible together: nothing can be said of the others.');
  }
  for (const joint of jointDensity(inquiry, [...given, ...asked], what)) {
    if (joint === null) {
      yield null;
      continue;
    }
    const { standardError } = joint;
    yield {
      ...joint,
      method: leastExact(joint.method, base.method),
      logDensity: joint.logDensity.map((log) => log - logBase),
      standardError:
        standardError === null && base.standardError === null
          ? null
          : joint.logDensity.map((_, p) => Math.hypot(standardError?.[p] ?? 0, baseError)),
    };
  }
}
