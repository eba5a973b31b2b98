import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ShelfLayout } from '../../plots/bars/shelf';
import type { Plot } from '../../plots/words/pointing';
import { rowsOf } from '../request/playRows';
import type { Picture } from '../scene/pictures';
import type { Scene } from '../scene/scene';
import { playedRow } from '../state/play';
import type { AxisPlace } from './playPlaces';
import { latentPlace } from './playPlaces';

/** The z that was drawn, over the plot of the latent variable, with its value. */
export function playLatent(
  plot: Plot,
  picture: Picture | ShelfLayout,
  { state, theme }: Scene,
): TemplateResult | typeof nothing {
  const { play, picked } = state;
  const rows = rowsOf(state);
  const row = playedRow(play) ?? (play.mode === 'off' ? picked : null);
  if (rows === null || row === null) return nothing;
  const at = latentPlace(rows, row, plot, picture, theme.fontSize);
  if (at === null) return nothing;
  const { width, height } = picture.size;
  return html`<svg class=${`plot play-marks ${play.stage === 'latent' ? 'fresh' : ''}`} width=${width} height=${height}
    viewBox=${`0 0 ${width} ${height}`} aria-hidden="true" data-role="play-latent" data-value=${at.value}>${mark(at)}</svg>`;
}

function mark(at: AxisPlace): unknown {
  if (at.kind === 'bar') {
    return svg`<rect class=${`play-value-bar ${at.className}`} x=${at.left} y=${at.top} width=${at.width} height=${at.height} rx="3"></rect>`;
  }
  return svg`${at.line === null ? nothing : svg`<line class="play-line" x1=${at.x} x2=${at.x} y1=${at.line[0]} y2=${at.line[1]}></line>`}
    <circle class="play-newest" cx=${at.x} cy=${at.y} r="5"></circle>
    <text class="play-value" x=${at.text.x} y=${at.text.y} text-anchor=${at.text.anchor}>${at.value}</text>`;
}
