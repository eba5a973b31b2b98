import { html, nothing, type TemplateResult } from 'lit';
import { type PlotScale, valueName } from '../../plots/axes/onScale';
import { scaleOf, scalesOf } from '../../plots/scale/scaledPlot';
import { shortFormula } from '../../plots/text/fitText';
import { rangeText } from '../../plots/text/format';
import type { Plot } from '../../plots/words/pointing';
import { neighbour } from '../request/neighbour';
import { canZoom, resetZoom, zoomBy, zoomStep } from '../request/zoom';
import { zoomOf } from '../request/zoomed';
import type { Scene } from '../scene/scene';
import { isChord } from '../widgets/chord';
import { mathHtml } from '../widgets/mathHtml';
import { showScale } from './scale';

const names: Readonly<Record<PlotScale, string>> = {
  density: 'Density',
  log: 'Log density',
  distribution: 'Distribution function',
};

/** What stands over a plot: the scale of its vertical axis, and how near it is looked at. */
export function plotTools(plot: Plot, scene: Scene): TemplateResult {
  return html`<div class="plot-tools">${scaleChoice(plot, scene)}${zoomButtons(scene)}</div>`;
}

/** A group of radio buttons; arrow keys choose. Nothing where there is but one scale. */
function scaleChoice(plot: Plot, { actions }: Scene): TemplateResult | typeof nothing {
  const scales = scalesOf(plot);
  if (scales.length < 2) return nothing;
  const shown = scaleOf(plot);
  const stepped = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    const by = ({ ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 } as const)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = neighbour(scales, scales.indexOf(shown), by) ?? 'density';
    actions.take((state) => showScale(state, next));
    const radios = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=radio]');
    radios[scales.indexOf(next)]?.focus();
  };
  return html`<div class="segmented" role="radiogroup" aria-label="Vertical axis" @keydown=${stepped}>
    ${scales.map(
      (scale) => html`<button type="button" role="radio" data-role="scale" data-scale=${scale}
        aria-checked=${scale === shown ? 'true' : 'false'} tabindex=${scale === shown ? 0 : -1}
        aria-label=${nameOf(plot, scale)} title=${nameOf(plot, scale)} @click=${() => actions.take((state) => showScale(state, scale))}
      >${mathHtml(shortFormula(valueName(plot.choice.label, scale)))}</button>`,
    )}
  </div>`;
}

function nameOf(plot: Plot, scale: PlotScale): string {
  const words =
    plot.kind !== 'bars' || scale === 'distribution'
      ? names[scale]
      : scale === 'log'
        ? 'Log probability'
        : 'Probability';
  const formula = valueName(plot.choice.label, scale);
  return shortFormula(formula) === formula ? words : `${words}, ${formula}`;
}

/** The way back to the whole, in a corner of the plot, so that nothing moves when it comes; nothing while the whole is shown. */
export function resetZoomChip({ state, actions }: Scene): TemplateResult | typeof nothing {
  const zoom = zoomOf(state);
  if (zoom === null) return nothing;
  const from = zoom.x === null ? '' : ` from ${rangeText(zoom.x.low, zoom.x.high)}`;
  return html`<button type="button" class="chip reset-zoom" data-role="reset-zoom" title="Show all again (0, or double click)"
    @click=${() => actions.take(resetZoom)}>Reset zoom<span class="visually-hidden">${from}</span></button>`;
}

function zoomButtons({ state, actions }: Scene): TemplateResult | typeof nothing {
  if (!canZoom(state)) return nothing;
  const button = (role: string, text: string, label: string, pressed: () => void): TemplateResult =>
    html`<button type="button" class="tool" data-role=${role} aria-label=${label} title=${label} @click=${pressed}>${text}</button>`;
  return html`<div class="zoom" role="group" aria-label="Zoom">
    ${button('zoom-out', '−', 'Zoom out (−)', () => actions.take((now) => zoomBy(now, 1 / zoomStep)))}
    ${button('zoom-in', '+', 'Zoom in (+, or Ctrl and the wheel)', () => actions.take((now) => zoomBy(now, zoomStep)))}
  </div>`;
}
