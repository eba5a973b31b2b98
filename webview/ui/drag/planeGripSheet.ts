import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Plane } from '../../../src/engine/api/preview';
import type { FixedPart, Pair, PlaneGrip } from '../../handles/planeGrip';
import { planeGripsOf } from '../../handles/planeGrips';
import { colourClass } from '../../plots/axes/colours';
import type { PlaneLayout } from '../../plots/plane/plane';
import { significant } from '../../plots/text/format';
import { planeNames } from '../../plots/words/readOut';
import { locksOf } from '../request/locks';
import type { Scene } from '../scene/scene';
import type { Asked, WholeModel } from '../state/state';
import { inside } from '../widgets/inside';
import { place } from '../widgets/place';
import { grip, type Standing } from './grip';

/** The grips over a plane: centres, axes of ellipses and ends of ranges that literals of the text set. */
export function planeGripSheet(
  plane: Plane,
  layout: PlaneLayout,
  asked: Asked,
  scene: Scene,
): TemplateResult | typeof nothing {
  const { structure, numbers } = asked.model;
  const gripsBy = (wanted: readonly number[]) =>
    planeGripsOf(plane, { structure, numbers: wanted }, planeNames(plane.choice.label));
  const { grips, fixed } = gripsBy(numbers);
  const step = pixelOf(layout);
  // The one that is held stays under the pointer's events wherever it is dragged to.
  const shown = grips.filter(({ id, place: at }) => within(layout, at) || (id === scene.held?.id && isFinitePair(at)));
  const locks = fixed.filter(({ component }) => within(layout, placeOf(plane, component)));
  if (shown.length === 0 && locks.length === 0) return nothing;
  return html`<div class="grips" role="group" aria-label="What can be dragged">
    ${repeat(
      shown,
      ({ id }) => id,
      (each) => draggable(each, gripsBy, plane, layout, step, asked.model, scene),
    )}
    ${locks.map((each) => lock(each, plane, layout))}
  </div>`;
}

/** What one pixel stands for. */
function pixelOf({ x, y }: PlaneLayout): Pair {
  return {
    x: Math.abs(x.scale.invert(1) - x.scale.invert(0)),
    y: Math.abs(y.scale.invert(1) - y.scale.invert(0)),
  };
}

function placeOf({ components }: Plane, component: number): Pair {
  const [x, y] = components?.items[component]?.mean ?? [Number.NaN, Number.NaN];
  return { x, y };
}

function within({ frame, x, y }: PlaneLayout, at: Pair): boolean {
  const [left, top] = [x.scale(at.x), y.scale(at.y)];
  return left >= frame.left - 1 && left <= frame.right + 1 && top >= frame.top - 1 && top <= frame.bottom + 1;
}

function isFinitePair({ x, y }: Pair): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** @param gripsBy the grips by other numbers of the model */
function draggable(
  own: PlaneGrip,
  gripsBy: (numbers: readonly number[]) => { readonly grips: readonly PlaneGrip[] },
  plane: Plane,
  { frame, x, y }: PlaneLayout,
  step: Pair,
  model: WholeModel,
  scene: Scene,
): TemplateResult {
  const text = own.values.map((value) => significant(value, 4)).join(', ');
  const locked = locksOf(scene.state, model.structureKey);
  const standing = ({ place: at, changes }: PlaneGrip): Standing => ({
    at: at.x,
    up: at.y,
    changes: (across, up) => changes({ x: across, y: up }, step, locked),
  });
  return grip(
    {
      id: own.id,
      name: own.name,
      value: own.values[0] ?? 0,
      text: own.values.length > 1 ? `(${text})` : text,
      shape: own.part === 'centre' ? 'round' : 'bar',
      className: classOf(plane, own.component),
      left: inside(x.scale(own.place.x), frame.left, frame.right),
      top: inside(y.scale(own.place.y), frame.top, frame.bottom),
      limits: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
      slots: own.slots,
      // Two pixels' worth, as on a curve.
      keyStep: step.x * 2,
      invert: (px) => x.scale.invert(px),
      vertical: { keyStep: step.y * 2, invert: (px) => y.scale.invert(px) },
      moves: own.moves,
      model,
      steadyIn: model.structureKey,
      standing: standing(own),
      standingBy: (wanted) => standing(gripsBy(wanted).grips.find(({ id }) => id === own.id) ?? own),
    },
    scene,
  );
}

/** A part that no literal sets says why; a centre where it is, a width beside it. */
function lock({ component, part, reason }: FixedPart, plane: Plane, { x, y }: PlaneLayout): TemplateResult {
  const at = placeOf(plane, component);
  const aside = part === 'centre' ? 0 : 14;
  return html`<div class=${`grip fixed ${classOf(plane, component)}`} role="img" tabindex="0" aria-label=${reason} title=${reason}
    data-role="fixed-grip" ${place({ left: x.scale(at.x) + aside, top: y.scale(at.y) - aside })}></div>`;
}

function classOf({ components }: Plane, component: number): string {
  const single = (components?.total ?? 0) < 2;
  return single ? 'of-marginal' : colourClass(components?.items[component]?.colour ?? null);
}
