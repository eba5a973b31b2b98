/**
 * `npm start`: VS Code for the web in the user's own browser, with the extension from this folder and a copy of the
 * gallery as its workspace. Runs until Ctrl+C. On a machine without a screen it only prints the address.
 */
import { spawn } from 'node:child_process';
import { vscodeForTheWeb } from './install/vscodeWeb';
import { freePort, serveWeb } from './servers';
import { galleryWorkspace } from './workspace';

/** The program that opens an address in the user's browser, or null where there is no screen to open it on. */
function opener(url: string): readonly [string, readonly string[]] | null {
  if (process.env.CI !== undefined) return null;
  if (process.platform === 'darwin') return ['open', [url]];
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  const screen = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  return screen === undefined || screen === '' ? null : ['xdg-open', [url]];
}

const build = await vscodeForTheWeb();
const workspace = await galleryWorkspace();
const asked = Number(process.env.PORT ?? '');
const server = await serveWeb(build, workspace.path, {
  port: Number.isInteger(asked) && asked > 0 ? asked : await freePort(),
});

console.log(`\n${build.name} with the LVM extension: ${server.url}`);
console.log('Open a model of the gallery and press the preview icon at the top right of its editor. Ctrl+C ends it.');
console.log('What you change there stays in the browser tab; nothing is written to this folder.');

const command = opener(server.url);
if (command !== null) {
  const [program, args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('No browser could be started: open the address above in one.'))
    .unref();
}

const end = async () => {
  await server.close();
  await workspace.remove();
  process.exit(0);
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
