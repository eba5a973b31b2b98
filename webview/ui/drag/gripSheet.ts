import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Curve } from '../../../src/engine/api/preview';
import { limitsAt, unitOf } from '../../handles/bounds';
import { dragged } from '../../handles/dragged';
import { type Fixed, type Grip, type Grips, gripsOf } from '../../handles/grips';
import { colourClass } from '../../plots/axes/colours';
import type { ScaledCurve } from '../../plots/axes/onScale';
import type { CurveLayout } from '../../plots/curve/curve';
import { peakOf } from '../../plots/curve/peak';
import { significant } from '../../plots/text/format';
import { nearest } from '../../plots/words/readOut';
import { locksOf } from '../request/locks';
import { zoomOf } from '../request/zoomed';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { inside } from '../widgets/inside';
import { place } from '../widgets/place';
import { grip as gripElement, type Standing } from './grip';

/** The grips over a curve: every literal of the text that has a place in the picture, to be dragged or moved by keys. */
export function gripSheet(
  curve: ScaledCurve,
  layout: CurveLayout,
  asked: Asked,
  scene: Scene,
): TemplateResult | typeof nothing {
  const { structure, numbers } = asked.model;
  const source = curve.onScale?.source ?? curve;
  const peaks = peaksOf(source, zoomOf(scene.state) !== null);
  const gripsBy = (wanted: readonly number[]): Grips => gripsOf(source, { structure, numbers: wanted }, peaks);
  const { grips, fixed } = gripsBy(numbers);
  if (grips.length === 0 && fixed.length === 0) return nothing;
  // The one that is held stays under the pointer's events wherever it is dragged to.
  const shown = grips.filter(
    ({ id, place: at }) => within(layout, layout.x.scale(at)) || (id === scene.held?.id && Number.isFinite(at)),
  );
  return html`<div class="grips" role="group" aria-label="What can be dragged">
    ${repeat(
      shown,
      ({ id }) => id,
      (grip) => draggable(grip, gripsBy, curve, layout, asked, scene),
    )}
    ${immovable({ grips, fixed }, curve, layout, peaks)}
  </div>`;
}

/** Where the components are highest. @param part whether only a part of the curve is shown: then a peak at its end is none, and is NaN */
function peaksOf({ x, density, components }: Curve, part: boolean): number[] {
  const { items } = components;
  const lines = items.length > 0 ? items.map((item) => item.density) : [density];
  return lines.map((line) => {
    const peak = peakOf(x, line).x;
    return part && (peak === x[0] || peak === x[x.length - 1]) ? Number.NaN : peak;
  });
}

function within({ frame }: CurveLayout, at: number): boolean {
  return at >= frame.left - 1 && at <= frame.right + 1;
}

/** @param gripsBy the grips by other numbers of the model */
function draggable(
  grip: Grip,
  gripsBy: (numbers: readonly number[]) => Grips,
  curve: ScaledCurve,
  layout: CurveLayout,
  asked: Asked,
  scene: Scene,
): TemplateResult {
  const { scale } = layout.x;
  const step = Math.abs(scale.invert(1) - scale.invert(0));
  const { numbers, structureKey } = asked.model;
  const locked = locksOf(scene.state, structureKey);
  const standing = (own: Grip, present: readonly number[]): Standing => ({
    at: own.place,
    up: 0,
    changes: (at) => dragged(own, at, step, present, locked),
  });
  return gripElement(
    {
      id: grip.id,
      name: grip.name,
      value: grip.value,
      text: significant(grip.value, 4),
      shape: grip.part === 'centre' ? 'round' : 'bar',
      className: classOf(curve, grip.component),
      left: inside(scale(grip.place), layout.frame.left, layout.frame.right),
      top: heightOf(grip, curve, layout),
      limits: limitsAt(grip, unitOf(step), numbers, locked),
      slots: [grip.slot],
      // A key moves as far as the pointer by a pixel's worth of digits, with Shift ten times that.
      keyStep: step * 2,
      invert: (px) => scale.invert(px),
      model: asked.model,
      // The others of a vector share what is left of how it was, not of what the last move made of it.
      steadyIn: structureKey,
      standing: standing(grip, numbers),
      standingBy: (wanted) => standing(gripsBy(wanted).grips.find(({ id }) => id === grip.id) ?? grip, wanted),
    },
    scene,
  );
}

/** On its own curve; the ends of a range half way up. */
function heightOf({ component, part, place: at }: Grip, curve: ScaledCurve, layout: CurveLayout): number {
  const density = component === null ? curve.density : (curve.components.items[component]?.density ?? curve.density);
  const { scale } = layout.y;
  const { onScale } = curve;
  const ends = part === 'low' || part === 'high';
  const half = onScale === undefined ? peakOf(curve.x, density).density / 2 : (onScale.low + onScale.high) / 2;
  const height = ends ? half : (density[nearest(curve.x, at)] ?? 0);
  return inside(scale(Number.isFinite(height) ? height : (onScale?.low ?? 0)), layout.frame.top, layout.frame.bottom);
}

/** A component whose centre no literal sets says why, at its peak. */
function immovable(
  { grips, fixed }: Grips,
  curve: ScaledCurve,
  layout: CurveLayout,
  peaks: readonly number[],
): (TemplateResult | typeof nothing)[] {
  const shown = fixed.filter(
    ({ component, part }) =>
      part === 'centre' && !grips.some((grip) => grip.component === component && grip.part === 'centre'),
  );
  return shown.map((each) => lock(each, curve, layout, peaks));
}

function lock(
  { component, reason }: Fixed,
  curve: ScaledCurve,
  layout: CurveLayout,
  peaks: readonly number[],
): TemplateResult | typeof nothing {
  const at = peaks[component ?? 0] ?? Number.NaN;
  if (Number.isNaN(at)) return nothing;
  const line = component === null ? curve.density : (curve.components.items[component]?.density ?? curve.density);
  const peak = { x: at, density: line[nearest(curve.x, at)] ?? 0 };
  return html`<div class=${`grip fixed ${classOf(curve, component)}`} role="img" tabindex="0" aria-label=${reason} title=${reason}
    data-role="fixed-grip" ${place({ left: layout.x.scale(peak.x), top: Math.max(layout.frame.top, layout.y.scale(peak.density)) })}></div>`;
}

function classOf({ components }: Curve, component: number | null): string {
  return component === null ? 'of-marginal' : colourClass(components.items[component]?.colour ?? null);
}
