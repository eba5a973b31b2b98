import type { PanelCommand } from '../../src/protocol';
import { playOrPause, stepPlaying, stopPlaying } from './playing';
import type { Scene } from './scene';
import { viewNamed } from './views';

/** What each command of the palette does in the panel. */
const commands: Partial<Record<PanelCommand, (scene: Scene) => void>> = {
  playSamples: ({ actions }) => actions.take(playOrPause),
  stepSample: ({ actions }) => actions.take(stepPlaying('draw')),
  stopSamples: ({ actions }) => actions.take(stopPlaying),
  viewDensity: viewNamed('density'),
  viewFan: viewNamed('fan'),
  viewCorner: viewNamed('corner'),
  viewSamples: viewNamed('samples'),
};

/** Carries out a command of the palette. */
export function runCommand(command: PanelCommand, scene: Scene): void {
  commands[command]?.(scene);
}
