import type { PanelCommand } from '../../src/protocol';
import { observeValue } from './evidenceForm';
import { leaveLatent, stepLatent } from './explored';
import { openExport } from './exporting';
import { playOrPause, stepPlaying, stopPlaying } from './playing';
import { showScale } from './scale';
import type { Scene } from './scene';
import { clearSnapshot, takeSnapshot } from './snapshot';
import { inDensity, viewNamed } from './views';
import { panBy, panStep, resetZoom, zoomBy, zoomStep } from './zoom';

/** What each command of the palette does in the panel. */
const commands: Record<PanelCommand, (scene: Scene) => void> = {
  playSamples: ({ actions }) => actions.take(playOrPause),
  stepSample: ({ actions }) => actions.take(stepPlaying('draw')),
  stopSamples: ({ actions }) => actions.take(stopPlaying),
  observeValue,
  forgetEvidence: ({ actions }) => actions.forget(),
  nextComponent: ({ actions }) => actions.take(inDensity((state) => stepLatent(state, 1))),
  previousComponent: ({ actions }) => actions.take(inDensity((state) => stepLatent(state, -1))),
  leaveLatent: ({ actions }) => actions.take(leaveLatent),
  exportPicture: ({ actions }) => actions.take((state) => openExport(state, true)),
  showDensity: ({ actions }) => actions.take((state) => showScale(state, 'density')),
  showLogDensity: ({ actions }) => actions.take((state) => showScale(state, 'log')),
  showDistribution: ({ actions }) => actions.take((state) => showScale(state, 'distribution')),
  zoomIn: ({ actions }) => actions.take(inDensity((state) => zoomBy(state, zoomStep))),
  zoomOut: ({ actions }) => actions.take(inDensity((state) => zoomBy(state, 1 / zoomStep))),
  resetZoom: ({ actions }) => actions.take(inDensity(resetZoom)),
  panLeft: ({ actions }) => actions.take(inDensity((state) => panBy(state, { x: -panStep, y: 0 }))),
  panRight: ({ actions }) => actions.take(inDensity((state) => panBy(state, { x: panStep, y: 0 }))),
  viewDensity: viewNamed('density'),
  viewFan: viewNamed('fan'),
  viewCorner: viewNamed('corner'),
  viewSamples: viewNamed('samples'),
  takeSnapshot: ({ actions }) => actions.take(takeSnapshot),
  clearSnapshot: ({ actions }) => actions.take(clearSnapshot),
};

/** Carries out a command of the palette. */
export function runCommand(command: PanelCommand, scene: Scene): void {
  commands[command](scene);
}
