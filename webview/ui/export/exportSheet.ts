import { render } from 'lit';
import type { Preview } from '../../../src/engine/api/preview';
import { type Figure, figureSvg } from '../../export/figure';
import { type Paper, paperBackground } from '../../export/paper';
import { piecesOf } from '../../export/pieces';
import { present, rootColour } from '../../export/presentation';
import { styleRules } from '../../export/styleRules';
import { shelfHeight } from '../../plots/bars/shelf';
import { graphPane } from '../graph/graphPane';
import { priorPane } from '../latent/priorPane';
import { observedPane } from '../panes/observedPane';
import { viewOf } from '../panes/views';
import { Pictures } from '../scene/pictures';
import type { Scene } from '../scene/scene';
import { Sizes } from '../scene/sizes';
import type { Asked } from '../state/state';

/** Which picture of the panel. */
export type Subject = 'observed' | 'latent' | 'graph';

/** The size of the letters in a picture, in pixels. */
const fontSize = 14;
const mainSize = { width: 880, height: 480 };
const sideSize = { width: 560, height: 300 };

/**
 * A picture of the panel as a file of its own: drawn anew at a size of its own, out of sight, for a light or a dark page.
 * @param styles the panel's style sheet
 * @returns null where there is nothing to draw: the view is a table, or the model has no such picture
 */
export function exportSheet(
  subject: Subject,
  paper: Paper,
  preview: Preview,
  asked: Asked,
  scene: Scene,
  styles: string,
): string | null {
  const { prior } = preview;
  const own: Scene = {
    ...scene,
    probe: null,
    held: null,
    open: new Set(),
    pictures: new Pictures(),
    theme: { kind: paper, fontSize, background: paperBackground(paper) },
    sizes: new Sizes(() => {}, sizeOf(subject, preview)),
  };
  const pane =
    subject === 'observed'
      ? observedPane(preview, asked, own)
      : subject === 'graph'
        ? graphPane(asked, own)
        : prior === null
          ? null
          : priorPane(preview, prior, asked, own);
  if (pane === null) return null;
  const rules = styleRules(styles);
  return onPage((sheet) => {
    render(pane, sheet);
    present(sheet, rules, paper, fontSize);
    const pieces = piecesOf(sheet);
    if (pieces.pictures.length === 0) return null;
    const figure: Figure = {
      ...pieces,
      title: asked.model.title ?? asked.model.fileName,
      method: methodOf(subject, preview, asked, scene),
      fileName: asked.model.fileName,
      colours: {
        paper: rootColour('--vscode-editor-background', rules, paper),
        ink: rootColour('--vscode-foreground', rules, paper),
        quiet: rootColour('--quiet', rules, paper),
      },
    };
    return figureSvg(figure);
  }, scene);
}

/** How the numbers of a picture came about; '' where there are none, where nothing had to be done for them, or where the view says so itself. */
function methodOf(subject: Subject, { method, posterior }: Preview, asked: Asked, { state }: Scene): string {
  if (subject === 'observed') return viewOf(state, asked).name === 'density' ? method.badge : '';
  return subject === 'latent' && posterior?.kind === 'posterior' ? posterior.method.badge : '';
}

function sizeOf(subject: Subject, { prior }: Preview): { width: number; height: number } {
  if (subject !== 'latent') return mainSize;
  return prior?.kind === 'bars'
    ? { ...sideSize, height: shelfHeight(prior.values.length, fontSize) }
    : prior?.kind === 'plane'
      ? { ...sideSize, height: 420 }
      : sideSize;
}

/** Lays something out in the page where nobody sees or hears of it, for as long as `use` takes. */
function onPage<T>(use: (sheet: HTMLElement) => T, { state }: Scene): T {
  const sheet = document.createElement('div');
  sheet.className = 'panel export-sheet';
  sheet.dataset.state = 'ready';
  sheet.dataset.view = state.view;
  sheet.inert = true;
  document.body.append(sheet);
  try {
    return use(sheet);
  } finally {
    render(null, sheet);
    sheet.remove();
  }
}
