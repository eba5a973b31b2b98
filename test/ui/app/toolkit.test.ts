import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { registerControls } from '../../../webview/ui/app/toolkit';

// The toolkit needs a whole browser, where `browser.test.ts` uses it; here it only says what it is asked for.
const { asked } = vi.hoisted(() => ({ asked: [] as string[] }));
vi.mock('@vscode/webview-ui-toolkit', () => ({
  provideVSCodeDesignSystem: () => ({ register: (...names: string[]) => asked.push(...names) }),
  vsCodeButton: () => 'vscode-button',
  vsCodeDropdown: () => 'vscode-dropdown',
  vsCodeOption: () => 'vscode-option',
  vsCodeProgressRing: () => 'vscode-progress-ring',
}));

it('registers exactly the controls that the panel uses', () => {
  registerControls();
  const folder = 'webview/ui';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sources = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const used = new Set(sources.flatMap((text) => [...text.matchAll(/<(vscode-[a-z-]+)/g)].map(([, name]) => name)));
  expect([...asked].sort()).toEqual([...used].sort());
});
