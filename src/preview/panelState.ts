import * as v from 'valibot';
import { type PanelState, panelState } from '../protocol';

/** Reads what a webview kept before a window was reloaded; null where it kept nothing readable. */
export function readPanelState(value: unknown): PanelState | null {
  const result = v.safeParse(panelState, value);
  return result.success ? result.output : null;
}
