import type { Method, MethodName } from '../api/preview';
import { stateCount } from '../api/stateCount';
import { thousands } from '../api/thousands';
import type { Element } from '../plan/graph';

/** What one part of a query took. */
export interface Work {
  readonly method: MethodName;
  /** The unknown elements that were summed and integrated over. */
  readonly free: readonly Element[];
  /** Joint states of the discrete ones. */
  readonly states: number;
  /** The states of each of them, where variables are eliminated and joint states never gone through. */
  readonly counts?: readonly number[];
  /** Places of the continuous ones, for each joint state. */
  readonly nodes: number;
  /** Independent standard numbers behind the continuous ones. */
  readonly dimensions: number;
  /** Of a quadrature: the largest estimated error over the integral; of draws: the largest standard error over the value. */
  readonly error: number;
  /** Elements whose infinite supports were cut off. */
  readonly truncated: readonly string[];
  /** Whether draws come from a Gaussian fitted to the posterior. */
  readonly fitted?: boolean;
  /** The lowest moment of what is asked for that does not exist. */
  readonly lacks?: 'mean' | 'variance' | undefined;
  /** Whether a sum over joint states has integrals in closed form. */
  readonly closed?: boolean;
  /** Whether every number was filtered and smoothed on a grid of its own; `nodes` are the points of the largest. */
  readonly onGrid?: boolean;
}

/** From the surest to the least sure. */
const order: readonly MethodName[] = ['direct', 'sum', 'gaussian', 'quadrature', 'quasi-monte-carlo', 'importance'];

/** Says how a query was answered: its least exact part gives the name, and every part a sentence. */
export function queryMethod(works: readonly Work[], what: string): Method {
  const involved = works.filter(({ free }) => free.length > 0);
  const worst = involved.reduce(
    (most, work) => (order.indexOf(work.method) > order.indexOf(most) ? work.method : most),
    'direct' as MethodName,
  );
  const exact = order.indexOf(worst) <= order.indexOf('gaussian');
  const of = involved.filter(({ method }) => method === worst);
  const states = of.reduce((most, work) => Math.max(most, work.states), 1);
  const nodes = of.reduce((most, work) => Math.max(most, work.nodes), 1);
  const relativeError = of.reduce((most, { error }) => Math.max(most, error), 0);
  return {
    name: worst,
    exact,
    badge: badge(
      worst,
      states,
      of.find((work) => work.states === states)?.counts ?? [states],
      nodes,
      relativeError,
      of.some(({ onGrid }) => onGrid === true),
    ),
    sentence: [
      ...(involved.length === 0 ? [`${what} depends on no unknown variable and is evaluated directly.`] : []),
      ...sentences(involved),
      ...works.flatMap(({ lacks }) => (lacks === undefined ? [] : [momentSentence[lacks](what)])),
    ].join(' '),
    states,
    nodes: exact ? 1 : nodes,
    dimensions: of.reduce((most, work) => Math.max(most, work.dimensions), 0),
    relativeError: exact ? 0 : relativeError,
  };
}

const momentSentence = {
  mean: (what: string) => `The tails of ${what} are so heavy that it has no mean and no variance; its quantiles stand.`,
  variance: (what: string) =>
    `The tails of ${what} are so heavy that it has no finite variance; its mean and quantiles stand.`,
} as const;

/** Of a ratio: the method of the part that is known less well, and the sentences of both. */
export function leastExact(numerator: Method, denominator: Method): Method {
  const worse = order.indexOf(denominator.name) > order.indexOf(numerator.name) ? denominator : numerator;
  return { ...worse, sentence: `${numerator.sentence} The probability of the evidence: ${denominator.sentence}` };
}

/** At most so many parts have a sentence each. */
const told = 3;

function sentences(works: readonly Work[]): string[] {
  const shown = works.slice(0, told).map(sentence);
  const more = works.length - shown.length;
  return more > 0 ? [...shown, `So it goes for ${more} more independent groups of unknown variables.`] : shown;
}

function sentence({ method, free, states, nodes, dimensions, error, truncated, fitted, closed, onGrid }: Work): string {
  const who = names(free.map(({ key }) => key));
  const each = states > 1 ? `, for each of ${count(states, 'joint state')} of the discrete ones` : '';
  const cut = truncated.length === 0 ? '' : ` Very unlikely values of ${names(truncated)} are left out.`;
  switch (method) {
    case 'direct':
      return `${who} need no sum.`;
    case 'sum':
      if (closed === true) return `${who}: the integral is in closed form${each}.${cut}`;
      return `The sum over all values of ${who} is exact.${cut}`;
    case 'gaussian':
      return `${who}: everything is linear and Gaussian given the discrete variables, so the integral is in closed form${each}.${cut}`;
    case 'quadrature':
      if (onGrid === true)
        return `${who}: filtered and smoothed on a grid of ${count(nodes, 'point')} a step${states > 1 ? `, with ${count(states, 'joint state')} of the discrete ones at each` : ''}, refined until the error is about ${percent(error)}.${cut}`;
      return `${who}: the ${dimensions === 1 ? 'integral' : 'double integral'} is a sum over ${count(nodes, 'node')}${each}, refined until its error is about ${percent(error)}.${cut}`;
    case 'quasi-monte-carlo':
      return `${who}: a mean over ${count(nodes, 'quasi-random draw')} of ${count(dimensions, 'independent number')}${each}; ${error < Number.POSITIVE_INFINITY ? `its largest standard error is ${percent(error)}` : 'too few of them matter to say anything'}.${cut}`;
    case 'importance':
      return `${who}: ${count(nodes, 'quasi-random draw')} of ${count(dimensions, 'independent number')}${each}, ${fitted ? 'from a Gaussian fitted to the posterior, ' : ''}weighted by the evidence.${cut}`;
  }
}

function badge(
  method: MethodName,
  states: number,
  counts: readonly number[],
  nodes: number,
  error: number,
  onGrid: boolean,
): string {
  switch (method) {
    case 'direct':
      return 'exact';
    case 'sum':
      return states > 1 ? `exact · sum over ${stateCount(counts)}` : 'exact · sum';
    case 'gaussian':
      return states > 1 ? `exact · Gaussian, ${stateCount(counts)}` : 'exact · Gaussian';
    case 'quadrature':
      return `${onGrid ? `grid · ${count(nodes, 'point')}` : `quadrature · ${count(nodes, 'node')}`}${error > 1e-4 ? ` · ±${percent(error)}` : ''}`;
    case 'quasi-monte-carlo':
    case 'importance':
      return `${count(nodes, 'draw')}${error > 0 ? ` · ${error < Number.POSITIVE_INFINITY ? `±${percent(error)}` : 'not known'}` : ''}`;
  }
}

function names(keys: readonly string[]): string {
  return keys.length <= 4 ? keys.join(', ') : `${keys.slice(0, 3).join(', ')} and ${keys.length - 3} more`;
}

function count(value: number, what: string): string {
  return `${thousands(value)} ${what}${value === 1 ? '' : 's'}`;
}

/** Two digits, however small. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value === 0) return '0 %';
  return `${value >= 0.001 ? Number(value.toPrecision(2)) : value.toExponential(0)} %`;
}
