import { html, nothing, type TemplateResult } from 'lit';
import { banner, emptyState } from './banner';
import { detailsPane } from './detailsPane';
import { graphPane } from './graphPane';
import { header } from './header';
import { observedPane } from './observedPane';
import { isOutdated } from './outdated';
import { parametersPane } from './parametersPane';
import { patterns } from './patterns';
import { isOwed } from './pendingEdit';
import { playBar } from './playBar';
import { priorPane } from './priorPane';
import type { Scene } from './scene';
import { plotOf, statusOf } from './state';

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
