import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './install/cache';

/** A folder for VS Code to open, in the system's place for temporary files. */
export interface Workspace {
  readonly path: string;
  remove(): Promise<void>;
}

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // VS Code for the web saves by itself after a second, and every save ends a step to undo: also one in the middle of a drag.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Makes a folder with the given files, by name, and settings beside the usual ones. */
export async function workspaceOf(
  files: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'lvm-models-'));
  const all = { '.vscode/settings.json': JSON.stringify({ ...settings, ...more }, null, 2), ...files };
  for (const [name, text] of Object.entries(all)) {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Makes a folder with a copy of the gallery. */
export async function galleryWorkspace(more: Readonly<Record<string, unknown>> = {}): Promise<Workspace> {
  const workspace = await workspaceOf({}, more);
  await cp(join(root, 'media', 'gallery'), workspace.path, { recursive: true });
  return workspace;
}
