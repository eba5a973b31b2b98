import type { FanPicture, RowsPicture } from '../../../src/engine/api/aside';
import type { NoPosterior } from '../../../src/engine/api/preview';
import { dotText } from '../../export/dot';
import { type ExportEnding, exportName } from '../../export/exportName';
import { fanCsv } from '../../export/fanCsv';
import { mermaidText } from '../../export/mermaid';
import type { Paper } from '../../export/paper';
import { plotCsv } from '../../export/plotCsv';
import { pngOf } from '../../export/png';
import { rowsCsv } from '../../export/rowsCsv';
import { wholeGraph } from '../../plots/graph/modelGraph';
import { dataLabel } from '../graph/graphPane';
import { viewOf } from '../panes/views';
import { asideOf } from '../request/asides';
import { exportAsides } from '../request/exportAsides';
import { quiet } from '../request/step';
import type { Scene } from '../scene/scene';
import { plotOf } from '../state/state';
import { exportSaid, rowsDone } from './exporting';
import { exportSheet, type Subject } from './exportSheet';

/** Where something goes. */
export type Destination = 'file' | 'clipboard';

/** How long the panel says what came of an export, in milliseconds. */
const patience = 6000;

/** The panel's style sheet, loaded once for each page. */
const sheets = new WeakMap<Document, Promise<string>>();

/** Whether pictures are to be made for a light page or a dark one. */
export function paperOf({ state, theme }: Scene): Paper {
  return state.exporting.paper ?? (theme.kind === 'light' || theme.kind === 'high-contrast-light' ? 'light' : 'dark');
}

/** Makes a picture as a file, and sends it on its way; says in the panel where that cannot be. */
export async function exportPicture(
  subject: Subject,
  ending: 'svg' | 'png',
  to: Destination,
  scene: Scene,
): Promise<void> {
  const plot = plotOf(scene.state);
  if (plot === null) return;
  const paper = paperOf(scene);
  const name = nameOf(subject, ending, scene);
  const drawn = (styles: string): string => {
    const svg = exportSheet(subject, paper, plot.preview, plot.asked, scene, styles);
    if (svg === null) throw new Error('There is no picture here to export: choose another view, or export the data.');
    return svg;
  };
  const png = async (): Promise<Blob> => pngOf(document, drawn(await stylesOf(document)));
  try {
    if (ending === 'png' && to === 'clipboard') {
      await copyImage(png);
      say(scene, 'Picture copied to the clipboard.');
      return;
    }
    const content = ending === 'svg' ? drawn(await stylesOf(document)) : await bytesOf(await png());
    scene.actions.post({ type: 'export', name, to, content });
    say(scene, '');
  } catch (error) {
    say(scene, error instanceof Error ? error.message : String(error));
  }
}

/** The numbers of a chain over time; null where that is not what the main pane shows, or it is not there yet. */
export function fanShown({ state }: Scene): FanPicture | null {
  const plot = plotOf(state);
  if (plot === null || viewOf(state, plot.asked).name !== 'fan') return null;
  const answer = asideOf('fan', plot.preview, plot.asked);
  return answer?.kind === 'fan' ? answer : null;
}

/** The numbers behind a picture. */
export function exportValues(subject: 'observed' | 'latent', to: Destination, scene: Scene): void {
  const preview = plotOf(scene.state)?.preview;
  if (preview === undefined) return;
  const fan = subject === 'observed' ? fanShown(scene) : null;
  if (fan !== null) {
    const name = fileNameOf(scene, [fan.variable, 'over-time'], 'csv');
    scene.actions.post({ type: 'export', name, to, content: fanCsv(fan) });
    return;
  }
  const { prior, posterior } = preview;
  const plot =
    subject === 'observed'
      ? preview.observed
      : prior !== null && posterior?.kind === 'posterior'
        ? scene.pictures.posterior(prior, posterior)
        : prior;
  if (plot === null) return;
  scene.actions.post({ type: 'export', name: nameOf(subject, 'csv', scene), to, content: plotCsv(plot) });
}

/** The graph of the model as a text, of whatever size it is. */
export function exportGraph(ending: 'dot' | 'mmd', to: Destination, scene: Scene): void {
  const asked = plotOf(scene.state)?.asked;
  if (asked === undefined) return;
  const { structure, title, fileName } = asked.model;
  const write = ending === 'dot' ? dotText : mermaidText;
  const content = write(wholeGraph(structure), title ?? fileName, dataLabel(asked));
  scene.actions.post({ type: 'export', name: nameOf('graph', ending, scene), to, content });
}

/** Sends the samples on their way once they are there. To be called with every answer of the engine. */
export function finishRows(scene: Scene): void {
  const { state, actions } = scene;
  const to = state.exporting.rows;
  if (to === null) return;
  const answer = state.problem?.kind === 'refusal' ? state.problem : rowsIn(scene);
  if (answer === null) return;
  actions.take(rowsDone);
  if (answer.kind === 'rows') {
    actions.post({ type: 'export', name: fileNameOf(scene, ['samples'], 'csv'), to, content: rowsCsv(answer) });
  } else say(scene, `No samples can be exported. ${answer.reason}`);
}

/** The samples that were asked for, not those of the table or of the play. */
function rowsIn({ state }: Scene): RowsPicture | NoPosterior | null {
  const plot = plotOf(state);
  const [wanted] = exportAsides(state);
  const at = plot?.asked.query.asides.findLastIndex(
    (aside) => aside.kind === 'rows' && aside.count === wanted?.count && aside.laws !== true,
  );
  const answer = plot?.preview.asides[at ?? -1] ?? null;
  return answer?.kind === 'rows' || answer?.kind === 'none' ? answer : null;
}

/** A browser that may not write pictures says so in its own words, which say nothing of what to do. */
async function copyImage(png: () => Promise<Blob>): Promise<void> {
  const other = 'Save the picture as a PNG file instead.';
  if (typeof ClipboardItem === 'undefined' || navigator.clipboard?.write === undefined) {
    throw new Error(`This browser cannot copy pictures. ${other}`);
  }
  // The picture is made first, so that what is wrong with it is not taken for a refusal.
  const blob = await png();
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The browser refused to copy the picture (${reason}). ${other}`);
  }
}

function nameOf(subject: Subject, ending: ExportEnding, scene: Scene): string {
  const preview = plotOf(scene.state)?.preview;
  if (subject === 'graph') return fileNameOf(scene, ['graph'], ending);
  if (subject === 'observed') {
    const view = scene.state.view === 'density' || ending === 'csv' ? '' : scene.state.view;
    return fileNameOf(scene, [preview?.observed.choice.label ?? '', view], ending);
  }
  const word = preview?.posterior?.kind === 'posterior' ? 'posterior' : 'prior';
  return fileNameOf(scene, [preview?.prior?.choice.label ?? '', word], ending);
}

function fileNameOf({ state }: Scene, parts: readonly string[], ending: ExportEnding): string {
  return exportName(plotOf(state)?.asked.model.fileName ?? '', parts, ending);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** Says what came of it, for a while. */
function say({ actions }: Scene, text: string): void {
  actions.take((state) => exportSaid(state, text));
  if (text === '') return;
  setTimeout(
    () => actions.take((state) => (state.exporting.said === text ? exportSaid(state, '') : quiet(state))),
    patience,
  );
}

/** The page may load its own style sheet again, though not read the rules of the one that it has. */
function stylesOf(page: Document): Promise<string> {
  const known = sheets.get(page);
  if (known !== undefined) return known;
  const link = page.querySelector<HTMLLinkElement>('link[rel=stylesheet][href*="panel.css"]');
  const loaded = fetch(link?.href ?? '').then((response) => {
    if (!response.ok) throw new Error('The panel’s style sheet cannot be loaded, so that no picture can be made.');
    return response.text();
  });
  sheets.set(page, loaded);
  loaded.catch(() => sheets.delete(page));
  return loaded;
}
