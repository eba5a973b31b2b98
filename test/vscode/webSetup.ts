import { vscodeForTheWeb } from './install/vscodeWeb';
import { serveWeb } from './servers';
import { workspaceOf } from './workspace';

/** Fetches VS Code for the web once, before the files of tests need it side by side: a server downloads what it has not got. */
export default async function setup(): Promise<void> {
  const workspace = await workspaceOf({});
  const server = await serveWeb(await vscodeForTheWeb(), workspace.path);
  await server.close();
  await workspace.remove();
}
