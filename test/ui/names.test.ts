// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { panel } from '../../webview/ui/app/panel';
import { answer, receive } from '../../webview/ui/request/events';
import { initialState } from '../../webview/ui/state/state';
import { first } from '../engine/ask';
import { allHostile, galleryTexts, nameless, renamed } from '../names';
import { told } from '../preview/told';
import { draw, sceneOf } from './scenes';

const settings = {
  samples: 64,
  draws: 256,
  points: 24,
  backend: 'cpu',
  animation: 'off',
  mass: 0.998,
  seed: 0,
} as const;

/** What the panel shows of a text that it was told of by a message, and the lines to which the names in it lead; sizes are left out, for names have lengths. */
function shown(text: string): unknown {
  const { message } = told(text);
  const started = receive(initialState(null), { type: 'settings', settings }).state;
  const { state, request } = receive(started, message);
  const preview = { ...first(request!), milliseconds: 0 };
  const scene = sceneOf({ state: answer(state, preview).state });
  const host = draw(panel(scene));
  for (const link of host.querySelectorAll<HTMLButtonElement>('button[data-name]')) link.click();
  const line = ({ start }: { start: number }) => text.slice(0, start).split('\n').length;
  return {
    parts: Array.from(host.querySelectorAll<HTMLElement>('[data-role]'), ({ tagName, dataset }) => [
      tagName,
      dataset.role,
    ]),
    curves: Array.from(host.querySelectorAll('[data-role=marginal]'), (curve) => curve.getAttribute('d')),
    names: Array.from(host.querySelectorAll<HTMLElement>('button[data-name]'), ({ dataset }) => dataset.name),
    graph: host.querySelector('figure[data-role=graph]')?.getAttribute('aria-label'),
    table: host.querySelector('[data-role=observed] table')?.textContent,
    revealed: vi.mocked(scene.actions.reveal).mock.calls.map(([, span]) => line(span)),
  };
}

it.each(galleryTexts.map(([file, text], at) => [file, text, at] as const))(
  '%s: the panel has the same parts and numbers, whatever the names of the model are',
  (_, text, at) => {
    const names = allHostile(text, 11 * at);
    expect(nameless(shown(renamed(text, names)), names)).toEqual(nameless(shown(text), names));
  },
);
