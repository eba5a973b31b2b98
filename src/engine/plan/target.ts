import { Unanswerable } from '../api/unanswerable';
import type { Scope } from '../evaluate/expression';
import { checkLaw, type Leniency } from '../evaluate/laws/checkLaw';
import { coordinatesApart } from '../evaluate/laws/coordinates';
import { type Law, lawOf, logMassesAt, nodesOf } from '../evaluate/laws/law';
import { coordinateLaw, type Pair, pairLaw, widened } from '../evaluate/laws/marginalLaw';
import type { Faults } from '../evaluate/numbers';
import type { GaussianNodes } from '../factors/gaussian/gaussianNodes';
import type { Element } from './graph';

/** What is looked at: a variable, or one coordinate of it, at some values. */
export interface Target {
  readonly element: Element;
  /** From 0; null for the whole value. */
  readonly coordinate: number | null;
  /** Two coordinates together, where `coordinate` is null. */
  readonly pair?: Pair;
}

/** Values of a target: `count` of them, each `size` numbers. */
export interface Points {
  readonly values: Float64Array;
  readonly count: number;
  readonly size: number;
  /** The places of the points of a curve that are evenly spaced, rising. */
  readonly even: Int32Array;
  /** For a continuous target: point masses are drawn as bumps of this standard deviation; null leaves them masses. */
  readonly pointWidth: number | null;
  /** Where the points are a grid over a pair: its axes, the first changing fastest. */
  readonly grid: Grid | null;
  /** Numbers that one node takes: the points, or for a factorised pair those of both axes. */
  readonly cost: number;
}

export interface Grid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Whether the two coordinates are independent given the node. */
  readonly factorised: boolean;
}

/** What is known at the nodes of a block: the values of a target's ancestors, and its own law where some of them are integrated over. */
export interface AtNodes {
  readonly scope: Scope;
  /** null where the target follows its own distribution. */
  readonly closed: GaussianNodes | null;
}

/** The law of a target at the nodes, its parameters checked. */
export function targetLaw(target: Target, { scope, closed }: AtNodes, leniency: Leniency): Law {
  const { element } = target;
  const { faults } = scope.given;
  if (closed !== null) {
    const law = closed.law(target.pair ?? target.coordinate);
    // A covariance without extent is one of these laws too.
    const judged = law.kind === 'vector' ? { ...law, parameters: law.parameters.slice(0, 1) } : law;
    checkClosed(judged, closed.fault, element.key, faults, leniency);
    return law;
  }
  const law = lawOf(element.distribution, scope, element.loops);
  checkLaw(law, element.key, faults, leniency);
  if (target.coordinate !== null) return coordinateLaw(law, target.coordinate);
  // Coordinates that are independent are taken one by one where the sums are made.
  if (target.pair === undefined || coordinatesApart(element.distribution, ...target.pair)) return law;
  return pairLaw(law, target.pair);
}

/** Checks a law that comes from an integral: what is wrong with it was found where its parameters come from. */
function checkClosed(law: Law, fault: string | null, who: string, faults: Faults, leniency: Leniency): void {
  const own: Faults = new Map();
  try {
    checkLaw(law, who, own, leniency);
  } catch (error) {
    if (error instanceof Unanswerable && fault !== null) throw new Unanswerable(fault);
    throw error;
  }
  for (const [sentence, share] of own) {
    const text = fault ?? sentence;
    faults.set(text, Math.max(share, faults.get(text) ?? 0));
  }
}

/** The law at the points: point masses among continuous laws become bumps. */
export function drawnLaw(target: Target, points: Points, at: AtNodes, leniency: Leniency): Law {
  const law = targetLaw(target, at, leniency);
  return points.pointWidth === null ? law : widened(law, points.pointWidth);
}

/** @returns log p at every point and node, points × nodes, or points × 1 where the law is the same at all nodes. */
export function logProbAt(law: Law, { values, count }: Points): Float64Array {
  const nodes = nodesOf(law);
  if (nodes === 1) return logMassesAt(law, 0, values);
  const result = new Float64Array(count * nodes);
  for (let n = 0; n < nodes; n++) {
    const logs = logMassesAt(law, n, values);
    for (let p = 0, at = n; p < count; p++, at += nodes) result[at] = logs[p]!;
  }
  return result;
}
