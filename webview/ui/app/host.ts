import * as v from 'valibot';
import { type PanelState, panelState, type WebviewMessage } from '../../../src/protocol';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension host as the panel sees it. */
export interface Host {
  post(message: WebviewMessage): void;
  /** What the panel kept from its last life; null for a new one, or where it cannot be read. */
  readonly kept: PanelState | null;
  keep(state: PanelState): void;
}

/** Takes hold of the host. VS Code allows this once in the life of a page. */
export function acquireHost(): Host {
  const api = acquireVsCodeApi();
  const kept = v.safeParse(panelState, api.getState());
  return {
    post: (message) => api.postMessage(message),
    kept: kept.success ? kept.output : null,
    keep: (state) => api.setState(state),
  };
}
