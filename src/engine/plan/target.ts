import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { Unanswerable } from '../api/unanswerable';
import type { Evaluation } from '../evaluate/evaluation';
import { checkLaw, type Faults, type Leniency } from '../evaluate/laws/checkLaw';
import { coordinatesApart } from '../evaluate/laws/coordinatesApart';
import { type Law, lawOf, type MultivariateLaw } from '../evaluate/laws/law';
import { coordinateLaw } from '../evaluate/laws/lawCoordinate';
import { logProb } from '../evaluate/laws/lawLogProb';
import { type Pair, pairLaw } from '../evaluate/laws/lawPair';
import { distributions } from '../families';
import { withRank } from '../values/batch';
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

/** The law of a target in a scope, its parameters checked. */
export function targetLaw(target: Target, scope: Evaluation, leniency: Leniency): Law {
  const assigned = scope.assignedLaw(target.element.key);
  if (assigned !== null) {
    const { law, fault } = assigned(target.pair ?? target.coordinate);
    // A covariance without extent is one of these laws too.
    const judged = law.kind === 'multivariate' ? { ...law, parameters: law.parameters.slice(0, 1) } : law;
    checkAssigned(judged, fault, target.element.key, scope.given.faults, leniency);
    return law;
  }
  const law = lawOf(target.element.distribution, scope, target.element.local);
  checkLaw(law, target.element.key, scope.given.faults, leniency);
  if (target.coordinate !== null) return coordinateLaw(law, target.coordinate);
  // Coordinates that are independent are taken one by one where the sums are made.
  if (target.pair === undefined || coordinatesApart(target.element.distribution, ...target.pair)) return law;
  return pairLaw(law, target.pair);
}

/** Checks a law that comes from an integral: what is wrong with it was found where its parameters come from. */
function checkAssigned(law: Law, fault: string | null, who: string, faults: Faults, leniency: Leniency): void {
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
export function drawnLaw(target: Target, points: Points, scope: Evaluation, leniency: Leniency): Law {
  const law = targetLaw(target, scope, leniency);
  return points.pointWidth === null ? law : widened(law, points.pointWidth);
}

/** @returns log p at every point and node, points × nodes or points × 1. */
export function logProbAt(law: Law, target: Target, points: Points): Tensor {
  const shape = points.size === 1 ? [] : target.pair === undefined ? [...target.element.variable.type.shape] : [2];
  const x = tensor(Float32Array.from(points.values), [points.count, 1, ...shape]);
  return logProb(law, withRank(x, law.shape.length));
}

/** Replaces point masses among continuous laws by narrow bumps of the same mass. */
function widened(law: Law, width: number): Law {
  if (law.kind === 'table') return { ...law, rows: law.rows.map((row) => widened(row, width)) };
  if (law.kind === 'multivariate') return law.name === 'MultivariateNormal' ? widenedPair(law, width) : law;
  const normal = distributions.Normal;
  if (law.name !== 'Dirac' || normal.kind !== 'univariate') return law;
  const sd = withRank(tensor([width], [1, 1]), law.shape.length);
  return { kind: 'univariate', name: 'Normal', family: normal, parameters: [law.parameters[0]!, sd], shape: law.shape };
}

/** A pair that determine each other, as far as single precision can tell: less of the second's variance is left given the first. */
const degenerate = 1e-6;

/** Gives a pair on a line the extent of a bump; its law comes from an integral in closed form, for a model's own is checked. */
function widenedPair(law: MultivariateLaw, width: number): MultivariateLaw {
  const [mean, covariance] = law.parameters as [Tensor, Tensor];
  if (law.shape.length !== 1 || law.shape[0] !== 2) return law;
  const data = Float32Array.from(covariance.dataSync());
  let changed = false;
  for (let at = 0; at < data.length; at += 4) {
    const [a, b, , c] = data.subarray(at, at + 4) as unknown as [number, number, number, number];
    if (a * c - b * b > degenerate * a * c) continue;
    data[at] = a + width * width;
    data[at + 3] = c + width * width;
    changed = true;
  }
  return changed ? { ...law, parameters: [mean, tensor(data, covariance.shape)] } : law;
}
