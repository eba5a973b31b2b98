import { afterEach, expect, it, vi } from 'vitest';
import { acquireHost } from '../../../webview/ui/app/host';

afterEach(() => {
  vi.unstubAllGlobals();
});

function withState(state: unknown): { host: ReturnType<typeof acquireHost>; posted: unknown[]; kept: unknown[] } {
  const posted: unknown[] = [];
  const kept: unknown[] = [];
  vi.stubGlobal('acquireVsCodeApi', () => ({
    postMessage: (message: unknown) => posted.push(message),
    getState: () => state,
    setState: (next: unknown) => kept.push(next),
  }));
  return { host: acquireHost(), posted, kept };
}

const state = { uri: 'file:///a.lvm', pinned: true, seed: 4, observed: 'x', latent: null, files: [] };

it('gives back what the panel kept', () => {
  expect(withState(state).host.kept).toEqual(state);
});

it.each([[undefined], [null], [{}], [{ ...state, seed: 'four' }], ['text']])('starts anew from %j', (kept) => {
  expect(withState(kept).host.kept).toBeNull();
});

it('posts and keeps', () => {
  const { host, posted, kept } = withState(undefined);
  host.post({ type: 'ready' });
  host.keep(state);
  expect(posted).toEqual([{ type: 'ready' }]);
  expect(kept).toEqual([state]);
});
