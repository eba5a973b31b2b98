import type { FanPicture } from '../../src/engine/api/aside';
import type { Given } from '../../src/engine/api/preview';
import { answer, receive } from '../../webview/ui/request/events';
import { ask } from '../../webview/ui/request/step';
import type { Scene } from '../../webview/ui/scene/scene';
import { initialState } from '../../webview/ui/state/state';
import { preview } from '../plots/fixtures';
import { modelMessage } from './modelMessage';
import { sceneOf } from './scenes';
import { structureOf } from './structures';

/** A scene of a model with two chains, looked at over time. @param fan what the engine has answered; null for nothing yet */
export function fanScene(fan: FanPicture | null, parts: Partial<Scene> = {}, evidence: readonly Given[] = []): Scene {
  const structure = structureOf({ weather: ['category', [], [1, 3]], z: ['real', ['weather'], [1, 5]] });
  const { state } = receive(initialState(null), modelMessage({ version: 4, title: null, structure }));
  const chain = fan === null ? null : `${fan.variable}[t]`;
  const asked = ask({ ...state, view: 'fan', fan: chain, evidence }).state;
  return sceneOf({ state: answer(asked, preview({ generation: asked.generation, asides: [fan] })).state, ...parts });
}
