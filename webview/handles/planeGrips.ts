import type { Plane } from '../../src/engine/api/preview';
import { loopsAt } from '../../src/model/loops';
import type { FamilyCall } from '../../src/model/model';
import { noLocks } from './bonds';
import { definitionOf, familyOf } from './conditional';
import { covarianceGrips } from './covarianceGrips';
import { dragged } from './dragged';
import { type FamilyGrip, familyGrips } from './familyGrips';
import { type Fixed, type Grip, gripLimit, gripOf, statesOf } from './grips';
import type { FixedPart, Pair, PlaneGrip, PlaneSubject } from './planeGrip';
import type { Reading } from './reading';

export interface PlaneGrips {
  readonly grips: readonly PlaneGrip[];
  readonly fixed: readonly FixedPart[];
}

type Made = PlaneGrip | FixedPart;

/**
 * What can be dragged in a plane: for each component its centre, and the ends of its axes (of a covariance), of its widths (of
 * independent coordinates) or of its range, where these stand as literals in the text.
 *
 * @param coordinates the names of the two coordinates
 */
export function planeGripsOf(
  plane: Plane,
  reading: Omit<Reading, 'states' | 'loops'>,
  coordinates: readonly [string, string],
): PlaneGrips {
  const { choice, components } = plane;
  const definition = definitionOf(reading.structure, choice.variable, choice.index);
  if (components == null || definition === null || components.items.length > gripLimit) return { grips: [], fixed: [] };
  const loops = loopsAt(definition, choice.index);
  const made = components.items.flatMap((item, component): Made[] => {
    const states = statesOf(components.of, item.values);
    const name = components.of === '' ? choice.label : `${components.of} = ${item.label}`;
    const own: Reading = { ...reading, loops, states };
    const subject: PlaneSubject = { component, item, name, single: components.of === '', coordinates, reading: own };
    const found = [0, 1].map((j) => familyOf(definition.distribution, [j], subject.reading));
    const [x, y] = found;
    if (!item.conditional || x == null || y == null) {
      const reason = `The ellipse of ${name} is made of more than one distribution: no number in the text sets it alone.`;
      return [{ component, part: 'centre', reason }];
    }
    return x.call.family === 'MultivariateNormal'
      ? [...centre([itsMean, itsMean], x.call, [x.path, y.path], subject), ...covarianceGrips(x.call, subject)]
      : factorised(x.call, [x.path, y.path], subject);
  });
  return {
    grips: made.filter((each) => !('reason' in each)) as PlaneGrip[],
    fixed: made.filter((each): each is FixedPart => 'reason' in each),
  };
}

const itsMean: FamilyGrip = { part: 'centre', parameter: 'mean', place: (value) => value, value: (place) => place };

/** Of independent coordinates: the centre moves both ways, everything else along its own axis. */
function factorised(call: FamilyCall, paths: readonly (readonly number[])[], subject: PlaneSubject): Made[] {
  const grips = familyGrips[call.family] ?? [];
  const centred = grips.find(({ part }) => part === 'centre');
  const others = grips.filter(({ part }) => part !== 'centre');
  return [
    ...(centred === undefined ? [] : centre([centred, centred], call, paths, subject)),
    ...others.flatMap((grip) => ([0, 1] as const).map((j) => alongAxis(grip, j, call, paths[j] ?? [], subject))),
  ];
}

function centre(
  grips: readonly [FamilyGrip, FamilyGrip],
  call: FamilyCall,
  paths: readonly (readonly number[])[],
  subject: PlaneSubject,
): Made[] {
  const { component, item, name, reading } = subject;
  const [x, y] = ([0, 1] as const).map((j) => coordinateGrip(grips[j], j, call, paths[j] ?? [], subject, name));
  if (x === undefined || y === undefined) return [];
  if ('reason' in x && 'reason' in y) return [{ component, part: 'centre', reason: x.reason }];
  const moving = [x, y].filter((each): each is Grip => !('reason' in each));
  const place: Pair = {
    x: 'reason' in x ? item.mean[0] : x.place,
    y: 'reason' in y ? item.mean[1] : y.place,
  };
  return [
    {
      id: `${component} centre`,
      part: 'centre',
      component,
      name: moving[0]!.name,
      place,
      moves: 'reason' in x ? 'y' : 'reason' in y ? 'x' : 'both',
      values: [place.x, place.y],
      slots: [...new Set(moving.map(({ slot }) => slot))],
      changes: (to, step, locked = noLocks) => {
        const { numbers } = reading;
        const across = 'reason' in x ? [] : dragged(x, to.x, step.x, numbers, locked);
        if ('reason' in y) return across;
        if ('reason' in x || x.slot !== y.slot) {
          // Two numbers of one vector hold each other in check: the second meets the first where it is by then.
          const moved = numbers.map((value, slot) => across.find((change) => change.slot === slot)?.value ?? value);
          const up = dragged(y, to.y, step.y, moved, locked);
          return [...across.filter(({ slot }) => up.every((change) => change.slot !== slot)), ...up];
        }
        // One number sets both coordinates: it follows the one that is dragged farther.
        const sideways = Math.abs(to.x - place.x) / step.x >= Math.abs(to.y - place.y) / step.y;
        return sideways ? across : dragged(y, to.y, step.y, numbers, locked);
      },
    },
  ];
}

/** A parameter of one coordinate, which moves along that coordinate's axis. */
function alongAxis(grip: FamilyGrip, j: 0 | 1, call: FamilyCall, path: readonly number[], subject: PlaneSubject): Made {
  const { component, item, name, single, coordinates, reading } = subject;
  const own = single ? coordinates[j] : `${coordinates[j]} for ${name}`;
  const made = coordinateGrip(grip, j, call, path, subject, own);
  if ('reason' in made) return { ...made, component };
  return {
    id: `${component} ${grip.parameter} ${j}`,
    part: grip.part,
    component,
    name: made.name,
    place: j === 0 ? { x: made.place, y: item.mean[1] } : { x: item.mean[0], y: made.place },
    moves: j === 0 ? 'x' : 'y',
    values: [made.value],
    slots: [made.slot],
    changes: (to, step, locked = noLocks) =>
      j === 0
        ? dragged(made, to.x, step.x, reading.numbers, locked)
        : dragged(made, to.y, step.y, reading.numbers, locked),
  };
}

function coordinateGrip(
  grip: FamilyGrip,
  j: 0 | 1,
  call: FamilyCall,
  path: readonly number[],
  { component, item, reading }: PlaneSubject,
  name: string,
): Grip | Fixed {
  return gripOf(grip, call, path, reading, { component, states: reading.states, peak: item.mean[j], name });
}
