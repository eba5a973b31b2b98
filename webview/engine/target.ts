import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { withRank } from './batch';
import { checkLaw, type Leniency } from './checkLaw';
import { distributions } from './distributions';
import type { Evaluation } from './evaluation';
import type { Element } from './graph';
import { type Law, lawOf } from './law';
import { coordinateLaw } from './lawCoordinate';
import { logProb } from './lawLogProb';

/** What is looked at: a variable, or one coordinate of it, at some values. */
export interface Target {
  readonly element: Element;
  /** From 0; null for the whole value. */
  readonly coordinate: number | null;
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
  const law = lawOf(target.element.distribution, scope, target.element.local);
  checkLaw(law, target.element.key, scope.given.faults, leniency);
  return target.coordinate === null ? law : coordinateLaw(law, target.coordinate);
}

/** The law at the points: point masses among continuous laws become bumps. */
export function drawnLaw(target: Target, points: Points, scope: Evaluation, leniency: Leniency): Law {
  const law = targetLaw(target, scope, leniency);
  return points.pointWidth === null ? law : widened(law, points.pointWidth);
}

/** @returns log p at every point and node, points × nodes or points × 1. */
export function logProbAt(law: Law, target: Target, points: Points): Tensor {
  const shape = points.size === 1 ? [] : [...target.element.variable.type.shape];
  const x = tensor(Float32Array.from(points.values), [points.count, 1, ...shape]);
  return logProb(law, withRank(x, law.shape.length));
}

/** Replaces point masses among continuous laws by narrow bumps of the same mass. */
function widened(law: Law, width: number): Law {
  if (law.kind === 'table') return { ...law, rows: law.rows.map((row) => widened(row, width)) };
  const normal = distributions.Normal;
  if (law.name !== 'Dirac' || normal.kind !== 'univariate') return law;
  const sd = withRank(tensor([width], [1, 1]), law.shape.length);
  return { kind: 'univariate', name: 'Normal', family: normal, parameters: [law.parameters[0]!, sd], shape: law.shape };
}
