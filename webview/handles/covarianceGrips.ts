import type { FamilyCall } from '../../src/model/model';
import { type Covariance, principalAxes } from '../plots/plane/ellipse';
import type { Change } from './change';
import { type Limits, paramLimits, smallestPositive } from './limits';
import { literalOf, literalValue, type Origin } from './literal';
import type { FixedPart, Pair, PlaneGrip, PlaneSubject } from './planeGrip';
import { roundToStep } from './rounding';

type Literal = Extract<Origin, { kind: 'literal' }>;

/** The four literals of a covariance: of both variances, and of the covariance, which is written twice. */
interface Literals {
  readonly xx: Literal;
  readonly xy: Literal;
  readonly yx: Literal;
  readonly yy: Literal;
}

/** An axis is never dragged shorter than so many pixels. */
const shortest = 2;
/** The largest correlation that dragging leads to. */
const mostCorrelated = 0.9999;

/**
 * The grips at the ends of the two principal axes of a covariance: farther from the centre makes the axis longer, and moving around
 * the centre turns both. The matrix stays symmetric and positive definite.
 */
export function covarianceGrips(call: FamilyCall, subject: PlaneSubject): (PlaneGrip | FixedPart)[] {
  const { component, item, name, reading } = subject;
  const literals = literalsOf(call, subject);
  if (typeof literals === 'string') return [{ component, part: 'width', reason: literals }];
  const value = (literal: Literal) => literalValue(literal, reading.numbers);
  const covariance: Covariance = [value(literals.xx), value(literals.xy), value(literals.yy)];
  const axes = principalAxes(covariance);
  const slots = [...new Set([literals.xx, literals.xy, literals.yx, literals.yy].map(({ slot }) => slot))];
  return axes.map(({ sd, direction }, i): PlaneGrip => {
    const other = axes[1 - i]!;
    return {
      id: `${component} axis ${i}`,
      part: 'width',
      component,
      name: `${i === 0 ? 'longer' : 'shorter'} axis of the covariance of ${name}`,
      place: { x: item.mean[0] + sd * direction[0], y: item.mean[1] + sd * direction[1] },
      moves: 'both',
      values: [sd],
      slots,
      changes: (to, step) => {
        const [dx, dy] = [to.x - item.mean[0], to.y - item.mean[1]];
        const turned = withAxis([dx, dy], direction, other.sd, step);
        return written(rounded(turned, step), literals, subject);
      },
    };
  });
}

/** @returns why the covariance cannot be dragged where its literals are not all its own */
function literalsOf(call: FamilyCall, { name, reading }: PlaneSubject): Literals | string {
  const arg = call.args.covariance;
  if (arg === undefined)
    return `The covariance of ${name} is left at its default: no number in the text sets it alone.`;
  const origins = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ].map((path) => literalOf(arg, path, reading));
  const computed = origins.find((origin) => origin.kind === 'computed');
  if (computed?.kind === 'computed')
    return `The covariance of ${name} is ${computed.by}: no number in the text sets it alone.`;
  const [xx, xy, yx, yy] = origins as [Literal, Literal, Literal, Literal];
  // The covariance may be one param in both of its places.
  if (new Set([xx.slot, xy.slot, yy.slot]).size < 3 || yx.slot === xx.slot || yx.slot === yy.slot)
    return `The covariance of ${name} has one number in several places: its entries cannot be set apart.`;
  return { xx, xy, yx, yy };
}

/** The covariance whose one axis ends at a place, relative to the mean, and whose other one is at right angles to it. */
function withAxis(
  [dx, dy]: readonly [number, number],
  before: readonly [number, number],
  otherSd: number,
  step: Pair,
): Covariance {
  const length = Math.hypot(dx, dy);
  // In the centre itself there is no direction: that of before holds.
  const [u, v] = length > 0 ? [dx / length, dy / length] : before;
  const least = shortest * Math.hypot(u * step.x, v * step.y);
  const [own, other] = [Math.max(length, least) ** 2, otherSd ** 2];
  return [own * u * u + other * v * v, (own - other) * u * v, own * v * v + other * u * u];
}

/** As many digits as a pixel can tell apart: a variance changes by twice the standard deviation for every unit of it. */
function rounded([xx, xy, yy]: Covariance, step: Pair): Covariance {
  const [sx, sy] = [Math.sqrt(xx), Math.sqrt(yy)];
  const a = atLeast(roundToStep(xx, 2 * sx * step.x), 2 * sx * step.x);
  const c = atLeast(roundToStep(yy, 2 * sy * step.y), 2 * sy * step.y);
  const fine = sx * step.y + sy * step.x;
  const b = roundToStep(xy, fine);
  const most = mostCorrelated * Math.sqrt(a * c);
  if (Math.abs(b) <= most) return [a, b, c];
  // Toward 0, to the digits that are left of it.
  const unit = 10 ** Math.floor(Math.log10(Math.min(fine, most / 10)));
  const decimals = Math.max(0, -Math.round(Math.log10(unit)));
  return [a, Math.sign(b) * Number((Math.floor(most / unit) * unit).toFixed(Math.min(15, decimals))), c];
}

/** What rounding makes nothing becomes one unit of the last digit. */
function atLeast(value: number, step: number): number {
  return value > 0 ? value : Math.max(smallestPositive, 10 ** -Math.ceil(-Math.log10(step)));
}

/** One change for each literal; none at all where a param does not allow the numbers, or they are no covariance. */
function written([xx, xy, yy]: Covariance, literals: Literals, { reading }: PlaneSubject): readonly Change[] {
  if (!(xx > 0 && yy > 0 && xx * yy > xy * xy) || ![xx, xy, yy].every(Number.isFinite)) return [];
  const wanted: readonly (readonly [Literal, number])[] = [
    [literals.xx, xx],
    [literals.xy, xy],
    [literals.yx, xy],
    [literals.yy, yy],
  ];
  const allowed = wanted.every(([literal, value]) => {
    const { low, high } = limitsOf(literal, reading);
    return literal.sign * value >= low && literal.sign * value <= high;
  });
  if (!allowed) return [];
  const bySlot = new Map(wanted.map(([{ slot, sign }, value]) => [slot, sign * value]));
  return [...bySlot].map(([slot, value]) => ({ slot, value: value === 0 ? 0 : value }));
}

function limitsOf({ param: name }: Literal, reading: PlaneSubject['reading']): Limits {
  const param = reading.structure.params.find((each) => each.name === name);
  return param === undefined
    ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
    : paramLimits(param, reading);
}
