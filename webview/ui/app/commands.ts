import type { PanelCommand } from '../../../src/protocol';
import { clearSnapshot, takeSnapshot } from '../compare/snapshot';
import { stepSubject, widen } from '../corner/cornerSteps';
import { showScale } from '../density/scale';
import { changeNumber, lockNumber, resetNumbers } from '../drag/numberSteps';
import { observeValue } from '../evidence/evidenceForm';
import { openExport } from '../export/exporting';
import { stepChain } from '../fan/fanSteps';
import { inView, viewNamed } from '../panes/views';
import { leaveLatent, stepLatent } from '../request/explored';
import { changeSpeed, playOrPause, stepPlaying, stopPlaying } from '../request/playing';
import { panBy, panStep, resetZoom, zoomBy, zoomStep } from '../request/zoom';
import type { Scene } from '../scene/scene';
import { inTable, markSample, reverseSort, stepSort, turnPage } from '../table/tableSteps';
import { focusSoon } from '../widgets/focusSoon';
import { stepChoice } from './stepChoice';

/** What each command of the palette does in the panel. */
const commands: Record<PanelCommand, (scene: Scene) => void> = {
  playSamples: ({ actions }) => actions.take(playOrPause),
  stepSample: ({ actions }) => actions.take(stepPlaying('draw')),
  stepStage: ({ actions }) => actions.take(stepPlaying('stage')),
  playFaster: ({ actions }) => actions.take((state) => changeSpeed(state, 1)),
  playSlower: ({ actions }) => actions.take((state) => changeSpeed(state, -1)),
  stopSamples: ({ actions }) => actions.take(stopPlaying),
  observeValue,
  forgetEvidence: ({ actions }) => actions.forget(),
  nextObserved: ({ actions }) => actions.take(inView('density', stepChoice('observed', 1))),
  previousObserved: ({ actions }) => actions.take(inView('density', stepChoice('observed', -1))),
  nextLatent: ({ actions }) => actions.take(stepChoice('latent', 1)),
  previousLatent: ({ actions }) => actions.take(stepChoice('latent', -1)),
  nextComponent: ({ actions }) => actions.take(inView('density', (state) => stepLatent(state, 1))),
  previousComponent: ({ actions }) => actions.take(inView('density', (state) => stepLatent(state, -1))),
  leaveLatent: ({ actions }) => actions.take(leaveLatent),
  exportPicture: ({ actions }) => actions.take((state) => openExport(state, true)),
  showDensity: ({ actions }) => actions.take((state) => showScale(state, 'density')),
  showLogDensity: ({ actions }) => actions.take((state) => showScale(state, 'log')),
  showDistribution: ({ actions }) => actions.take((state) => showScale(state, 'distribution')),
  zoomIn: ({ actions }) => actions.take(inView('density', (state) => zoomBy(state, zoomStep))),
  zoomOut: ({ actions }) => actions.take(inView('density', (state) => zoomBy(state, 1 / zoomStep))),
  resetZoom: ({ actions }) => actions.take(inView('density', resetZoom)),
  panLeft: ({ actions }) => actions.take(inView('density', (state) => panBy(state, { x: -panStep, y: 0 }))),
  panRight: ({ actions }) => actions.take(inView('density', (state) => panBy(state, { x: panStep, y: 0 }))),
  panUp: ({ actions }) => actions.take(inView('density', (state) => panBy(state, { x: 0, y: panStep }))),
  panDown: ({ actions }) => actions.take(inView('density', (state) => panBy(state, { x: 0, y: -panStep }))),
  viewDensity: viewNamed('density'),
  viewFan: viewNamed('fan'),
  viewCorner: viewNamed('corner'),
  viewSamples: viewNamed('samples'),
  nextChain: ({ actions }) => actions.take(inView('fan', (state) => stepChain(state, 1))),
  previousChain: ({ actions }) => actions.take(inView('fan', (state) => stepChain(state, -1))),
  widenCorner: ({ actions }) => actions.take(inView('corner', widen)),
  chooseNumbers: (scene) => {
    viewNamed('corner')(scene);
    focusSoon(
      '[data-role=corner-numbers] input:not([disabled])',
      '[data-role=corner-chooser]',
      '.corner [tabindex="0"]',
    );
  },
  nextVector: ({ actions }) => actions.take(inView('corner', (state) => stepSubject(state, 1))),
  previousVector: ({ actions }) => actions.take(inView('corner', (state) => stepSubject(state, -1))),
  nextPage: ({ actions }) => actions.take(inTable((state) => turnPage(state, 1))),
  previousPage: ({ actions }) => actions.take(inTable((state) => turnPage(state, -1))),
  sortByNext: ({ actions }) => actions.take(inTable((state) => stepSort(state, 1))),
  sortByPrevious: ({ actions }) => actions.take(inTable((state) => stepSort(state, -1))),
  reverseSort: ({ actions }) => actions.take(inTable(reverseSort)),
  nextSample: ({ actions }) => actions.take(markSample(1)),
  previousSample: ({ actions }) => actions.take(markSample(-1)),
  changeNumber,
  lockNumber,
  resetNumbers,
  takeSnapshot: ({ actions }) => actions.take(takeSnapshot),
  clearSnapshot: ({ actions }) => actions.take(clearSnapshot),
};

/** Carries out a command of the palette. */
export function runCommand(command: PanelCommand, scene: Scene): void {
  commands[command](scene);
}
