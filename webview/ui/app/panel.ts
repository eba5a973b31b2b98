import { html, nothing, type TemplateResult } from 'lit';
import { parametersPane } from '../drag/parametersPane';
import { graphPane } from '../graph/graphPane';
import { priorPane } from '../latent/priorPane';
import { observedPane } from '../panes/observedPane';
import { playBar } from '../sampling/playBar';
import type { Scene } from '../scene/scene';
import { isOutdated } from '../state/outdated';
import { isOwed } from '../state/pendingEdit';
import { plotOf, statusOf } from '../state/state';
import { patterns } from '../widgets/patterns';
import { banner, emptyState } from './banner';
import { detailsPane } from './detailsPane';
import { header } from './header';

/** The whole panel. */
export function panel(scene: Scene): TemplateResult {
  const { state } = scene;
  const plot = plotOf(state);
  return html`<main class="panel" data-state=${statusOf(state)} data-role="panel" data-outdated=${isOutdated(state)} data-owed=${isOwed(state)}
    data-play=${state.play.mode === 'off' ? nothing : (state.play.stage ?? 'ready')}>
    ${patterns} ${header(scene)} ${banner(scene)} ${playBar(scene)}
    ${
      plot === null
        ? emptyState(scene)
        : html`<div class="panes">
            ${observedPane(plot.preview, plot.asked, scene)}
            <div class="side">
              ${plot.preview.prior === null ? nothing : priorPane(plot.preview, plot.preview.prior, plot.asked, scene)}
              ${graphPane(plot.asked, scene)}
              ${detailsPane(plot.preview, plot.asked)}
            </div>
            ${parametersPane(plot.preview, plot.asked, scene)}
          </div>`
    }
  </main>`;
}
