import type { FanAside, FanPicture } from '../api/aside';
import type { Inquiry } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import { gaussianChain } from '../chains/gaussianChain';
import { type Particles, particles } from '../chains/particles';
import { baseDimensions } from '../evaluate/laws/coordinates';
import { isLinearGaussian } from '../factors/gaussian/linear';
import type { Element } from '../plan/graph';
import { exactPosteriors } from '../queries/exactPosteriors';
import { posterior } from '../queries/posterior';
import { smoothTogether } from '../queries/smoothTogether';
import { sizeOf } from '../values/shape';
import { FanTally } from './fanTally';
import { evidenceOf } from './picture/posteriorFollower';
import type { Setting } from './picture/setting';

/** Elements of a chain that are shown, at most. */
const shown = 200;
/** Draws of the first answer, and of the last. */
const [few, many] = [2048, 16_384];
/** Numbers of the wanted elements that are held at once. */
const held = 2 ** 20;
/** Elements between two answers on the way. */
const stride = 8;

/**
 * The distribution of every element of a chain given the evidence: exactly, all elements at once, where that can be had; else first from
 * draws, then element by element by quadrature, and from more draws where that cannot be.
 * @throws Unanswerable where there is no such chain, and where the evidence is impossible
 */
export function* fan(setting: Setting, aside: FanAside): Generator<FanPicture | null, void> {
  const { given, graph, session, request } = setting;
  const variable = given.program.variables.get(aside.variable);
  if (variable === undefined || variable.range === null) {
    throw new Unanswerable(`${aside.variable} is no chain: choose a variable that is defined for t in a range.`);
  }
  const size = sizeOf(variable.type.shape);
  const coordinate = (aside.coordinate ?? 1) - 1;
  if (coordinate >= size) throw new Unanswerable(`${aside.variable} is made of ${size} numbers now: choose another.`);
  const [first, last] = variable.range;
  const elements = spaced(first, last).map((index) => graph.element(variable.name, index));
  const { seed, draws } = request.query;
  const inquiry: Inquiry = { given, graph, base: session.base, draws, seed };
  const evidence = evidenceOf(setting);
  const tally = new FanTally(aside, elements, coordinate, last - first + 1, evidence);
  const most = Math.max(64, Math.min(many, Math.floor(held / (elements.length * size))));

  yield* closedForm(inquiry, elements, tally);
  if (tally.complete) yield tally.picture();
  if (tally.drawn) return;
  const rough = yield* drawn(inquiry, elements, tally, Math.min(few, most));
  if (rough) yield tally.picture();
  yield* oneByOne(inquiry, elements, tally, yield* smoothTogether(inquiry, elements, evidence));
  if (!tally.complete) {
    const more = most > few && (yield* drawn(inquiry, elements, tally, most));
    if (!rough && !more) {
      throw new Unanswerable(
        'None of the draws agrees with the given values: they are impossible together, or too unlikely to be found. Choose others.',
      );
    }
  }
  yield tally.picture();
}

function* drawn(
  inquiry: Inquiry,
  elements: readonly Element[],
  tally: FanTally,
  count: number,
): Generator<null, boolean> {
  const found: Particles | null = yield* particles(inquiry, elements, tally.evidence, count);
  if (found !== null) tally.draw(found);
  return found !== null;
}

/** All elements at once, as far as sums and closed forms give them. */
function* closedForm(inquiry: Inquiry, elements: readonly Element[], tally: FanTally): Generator<null, void> {
  const { evidence, coordinate } = tally;
  const free = elements.filter(({ key }) => !evidence.has(key));
  if (free.length === 0) return;
  const chain = gaussianChain(inquiry, elements, coordinate, evidence);
  if (chain !== null) {
    tally.setGaussian(chain);
    tally.tell(
      'exact · Gaussian',
      'Everything is linear and Gaussian: the quantiles of every element are in closed form.',
    );
    return;
  }
  const { of, impossible } = yield* exactPosteriors(inquiry, free, evidence);
  if (impossible !== null) throw new Unanswerable(impossible);
  for (const [{ key }, answer] of of) {
    if (answer.kind === 'discrete') tally.setStates(key, answer.values, answer.probabilities);
    else tally.setQuantiles(key, answer.quantiles);
  }
  if (of.size === 0) return;
  const sums = Array.from(of.values()).every(({ method }) => method.name === 'sum');
  if (sums) {
    tally.tell(
      'exact · sum',
      'Every probability is a sum over all values of the other variables, in double precision.',
    );
  } else tally.tell('exact', 'Every element is summed and integrated in closed form.');
}

/**
 * Element by element, for as long as no draws are needed.
 * @param smoothed whether all are known on grids already
 */
function* oneByOne(
  inquiry: Inquiry,
  elements: readonly Element[],
  tally: FanTally,
  smoothed: boolean,
): Generator<FanPicture | null, void> {
  let badge = '';
  try {
    let done = 0;
    for (const element of elements) {
      if (tally.knows(element.key)) continue;
      if (!smoothed && !isEasy(inquiry, element, tally)) return;
      for (const answer of posterior(inquiry, element, tally.evidence)) {
        if (answer === null) {
          yield null;
          continue;
        }
        const { method } = answer;
        if (answer.logEvidence === Number.NEGATIVE_INFINITY || !(method.exact || method.name === 'quadrature')) return;
        if (answer.kind === 'discrete') tally.setStates(element.key, answer.values, answer.probabilities);
        else tally.setQuantiles(element.key, answer.quantiles);
        badge = method.exact && badge !== 'quadrature' ? 'exact' : 'quadrature';
        tally.tell(
          badge,
          badge === 'exact'
            ? 'Every element is summed and integrated in closed form.'
            : 'Every element is summed in closed form or integrated by quadrature, refined until its error does not show.',
        );
        break;
      }
      if (++done % stride === 0) yield tally.picture();
    }
  } catch (error) {
    // What is too large to be summed is left to the draws.
    if (!(error instanceof Unanswerable)) throw error;
  }
}

/** Continuous numbers that a quadrature takes. */
const plane = 2;

/** Whether an element takes no more than sums, closed forms and a small quadrature: anything more is left to the draws at once. */
function isEasy({ given, graph }: Inquiry, element: Element, { evidence }: FanTally): boolean {
  const known = Array.from(evidence.keys(), (key) => graph.byKey(key));
  const closure = graph.closure([element, ...known]);
  const continuous = closure.filter((each) => !each.discrete && each !== element && !evidence.has(each.key));
  if (continuous.reduce((sum, { distribution }) => sum + baseDimensions(distribution), 0) <= plane) return true;
  return closure.every((each) => each.discrete || isLinearGaussian(each, given.program));
}

/** All indices, or of many the ends and others evenly between. */
function spaced(first: number, last: number): number[] {
  const count = Math.min(shown, last - first + 1);
  return Array.from({ length: count }, (_, i) => first + Math.round((i * (last - first)) / Math.max(1, count - 1)));
}
