import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Plane } from '../../../src/engine/api/preview';
import type { AxisTitles } from '../../plots/axes/axes';
import { axisTitle } from '../../plots/axes/onScale';
import { barsPlot } from '../../plots/bars/barsPlot';
import { curvePlot } from '../../plots/curve/curvePlot';
import type { PlaneLayout } from '../../plots/plane/plane';
import { planePlot } from '../../plots/plane/planePlot';
import { crosshairAt, indexAt, type Plot } from '../../plots/words/pointing';
import { planeNames } from '../../plots/words/readOut';
import type { Picture } from '../scene/pictures';
import type { Probe, Scene } from '../scene/scene';
import { heat, rampLegend } from '../widgets/heat';
import { place } from '../widgets/place';
import { pointer } from './pointer';
import { zoomGestures } from './zoomGestures';

/** The picture of a plot in the space that its pane has; with `probe` it can be pointed at. @param over what lies on top @param lit the component that stands out */
export function stage(
  name: 'observed' | 'prior',
  plot: Plot,
  picture: Picture,
  scene: Scene,
  probe: Probe | null | undefined,
  over: unknown = nothing,
  lit: number | null = null,
): TemplateResult {
  return html`<div class=${`stage ${plot.kind}`} ${ref(scene.sizes.track(name))}>
    ${plot.kind === 'plane' && picture.kind === 'plane' ? canvases(plot, picture, scene) : nothing}
    ${drawing(name, plot, picture, scene, probe ?? null, lit)}
    ${probe === undefined ? nothing : pointer(plot, picture, probe, scene.actions, name === 'observed' ? zoomGestures(scene) : null)}
    ${over}
  </div>`;
}

function drawing(
  name: 'observed' | 'prior',
  plot: Plot,
  picture: Picture,
  { theme }: Scene,
  probe: Probe | null,
  lit: number | null,
): unknown {
  const { fontSize } = theme;
  if (plot.kind === 'curve' && picture.kind === 'curve') {
    const crosshair = probe === null ? null : crosshairAt(plot, picture, probe.place);
    return curvePlot(picture, titles(plot, name), fontSize, crosshair, lit);
  }
  if (plot.kind === 'bars' && picture.kind === 'bars') {
    return barsPlot(picture, titles(plot, name), fontSize, probe === null ? null : indexAt(plot, probe.place), lit);
  }
  if (plot.kind === 'plane' && picture.kind === 'plane') {
    const pointed = probe === null ? null : { x: picture.x.scale(probe.place.x), y: picture.y.scale(probe.place.y) };
    return planePlot(picture, titles(plot, name), fontSize, pointed);
  }
  return nothing;
}

/** A small pane is named by its heading; only a plane has two things to tell apart. */
function titles(plot: Plot, name: 'observed' | 'prior'): AxisTitles {
  const { label } = plot.choice;
  if (plot.kind === 'plane') {
    const [x, y] = planeNames(label);
    return { x, y };
  }
  if (name === 'prior') return { x: '', y: '' };
  return { x: label, y: axisTitle(plot.kind, label, plot.onScale?.name ?? 'density') };
}

function canvases(plane: Plane, { frame, legend, highest }: PlaneLayout, { pictures, theme }: Scene): TemplateResult {
  const ramp = pictures.ramp(...theme.background);
  const area = { left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top };
  const key = {
    left: legend.left,
    top: legend.top,
    width: legend.right - legend.left,
    height: legend.bottom - legend.top,
  };
  return html`<canvas class="heat" aria-hidden="true" data-role="heat" ${place(area)} ${heat(plane, ramp, highest)}></canvas>
    <canvas class="heat" aria-hidden="true" ${place(key)} ${rampLegend(ramp)}></canvas>`;
}
