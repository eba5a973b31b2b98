import type { Curve } from '../../src/engine/api/preview';
import { families } from '../../src/model/families';
import { loopsAt } from '../../src/model/loops';
import type { FamilyCall } from '../../src/model/model';
import { type Beside, type Bounded, boundsOf } from './bounds';
import { definitionOf, familyOf } from './conditional';
import { type FamilyGrip, familyGrips, type Part } from './familyGrips';
import { domainLimits } from './limits';
import { literalOf, literalValue } from './literal';
import type { Reading } from './reading';

/** A place in the picture that can be dragged, and the literal that follows. */
export interface Grip extends Bounded {
  /** The same from one edit to the next. */
  readonly id: string;
  readonly part: Part;
  /** Index among the curve's components; null where there are none. */
  readonly component: number | null;
  /** What the literal is, in the words of the model: `mean of z = 2`. */
  readonly name: string;
  /** Where it stands on the horizontal axis. */
  readonly place: number;
  /** The parameter's present value. */
  readonly value: number;
  /** The parameter's value where the grip is dragged to a place on the axis. */
  valueAt(place: number): number;
}

/** A part that no literal sets, and why. */
export interface Fixed {
  readonly component: number | null;
  readonly part: Part;
  /** A sentence for the reader. */
  readonly reason: string;
}

export interface Grips {
  readonly grips: readonly Grip[];
  readonly fixed: readonly Fixed[];
}

/** A component of a density as grips see it. */
export interface Subject {
  readonly component: number | null;
  readonly states: ReadonlyMap<string, number>;
  /** Where its density is highest. */
  readonly peak: number;
  /** `z = 2`, or the variable itself. */
  readonly name: string;
}

/** Components that get grips at most: more of them would hide the picture. */
export const gripLimit = 12;

/**
 * What can be dragged in a curve: for each component the centre, the width and the ends of its conditional, where these stand as
 * literals in the text.
 *
 * @param peaks where each component is highest, or of a curve without components the curve itself
 */
export function gripsOf(curve: Curve, reading: Omit<Reading, 'states' | 'loops'>, peaks: readonly number[]): Grips {
  const { choice, components } = curve;
  const grips: Grip[] = [];
  const fixed: Fixed[] = [];
  const definition = definitionOf(reading.structure, choice.variable, choice.index);
  if (definition === null || components.kind === 'draws' || components.items.length > gripLimit)
    return { grips, fixed };
  const loops = loopsAt(definition, choice.index);
  for (const subject of subjectsOf(curve, peaks)) {
    const own: Reading = { ...reading, loops, states: subject.states };
    const path = choice.coordinate === null ? [] : [choice.coordinate - 1];
    const found = familyOf(definition.distribution, path, own);
    if (found === null) continue;
    for (const grip of familyGrips[found.call.family] ?? []) {
      const made = gripOf(grip, found.call, found.path, own, subject);
      if ('reason' in made) fixed.push(made);
      else grips.push(made);
    }
  }
  return { grips, fixed };
}

function subjectsOf({ choice, components }: Curve, peaks: readonly number[]): Subject[] {
  if (components.kind === 'none') {
    return [{ component: null, states: new Map(), peak: peaks[0] ?? 0, name: choice.label }];
  }
  return components.items.map(({ values, label }, component) => ({
    component,
    states: statesOf(components.of, values),
    peak: peaks[component] ?? 0,
    name: `${components.of} = ${label}`,
  }));
}

/** The values of the variables that tell a component apart, by their keys. @param of their keys, as in `Components.of` */
export function statesOf(of: string, values: readonly number[]): ReadonlyMap<string, number> {
  return new Map(of.split(', ').map((key, i) => [key, values[i] ?? Number.NaN]));
}

/** One parameter of a family as a grip, or why it is none. @param path into the parameter's value */
export function gripOf(
  grip: FamilyGrip,
  call: FamilyCall,
  path: readonly number[],
  reading: Reading,
  subject: Subject,
): Grip | Fixed {
  const { component, name } = subject;
  const { part, parameter } = grip;
  const origin = originOf(call, parameter, path, reading);
  if (origin.kind === 'computed') {
    return {
      component,
      part,
      reason: `The ${parameter} of ${name} is ${origin.by}: no number in the text sets it alone.`,
    };
  }
  const value = literalValue(origin, reading.numbers);
  const centre = centreOf(call, path, reading) ?? subject.peak;
  const declared = families[call.family].parameters.find((each) => each.name === parameter);
  return {
    id: `${component ?? 'all'} ${parameter}`,
    part,
    component,
    name: `${parameter} of ${name}`,
    place: grip.place(value, centre),
    value,
    ...boundsOf(origin, domainLimits(declared?.domain ?? 'real'), reading),
    beside: otherEnd(part, origin.slot, call, path, reading),
    valueAt: (place) => grip.value(place, centre),
  };
}

function originOf(call: FamilyCall, parameter: string, path: readonly number[], reading: Reading) {
  const arg = call.args[parameter];
  const declared = families[call.family].parameters.find(({ name }) => name === parameter);
  // A number in the text is none: the model has the default in its place.
  const absent = arg === undefined || (arg.op === 'constant' && declared?.default !== undefined);
  if (absent) return { kind: 'computed', by: 'left at its default' } as const;
  return literalOf(arg, path, reading);
}

function numberOf(call: FamilyCall, parameter: string, path: readonly number[], reading: Reading): number | null {
  const origin = originOf(call, parameter, path, reading);
  return origin.kind === 'literal' ? literalValue(origin, reading.numbers) : null;
}

function centreOf(call: FamilyCall, path: readonly number[], reading: Reading): number | null {
  const grip = familyGrips[call.family]?.find(({ part }) => part === 'centre');
  return grip === undefined ? null : numberOf(call, grip.parameter, path, reading);
}

/** What an end of a range stays below or above: the other end, or 0 where one number is both of them with either sign. */
function otherEnd(
  part: Part,
  slot: number,
  call: FamilyCall,
  path: readonly number[],
  reading: Reading,
): Beside | null {
  if (part !== 'low' && part !== 'high') return null;
  const other = originOf(call, part === 'low' ? 'high' : 'low', path, reading);
  if (other.kind !== 'literal') return null;
  return { value: other.slot === slot ? 0 : literalValue(other, reading.numbers), side: part };
}
