/**
 * `npm start`: VS Code for the web in the user's own browser, with the extension from this folder and a copy of the
 * gallery as its workspace, at the port that `PORT` names or at a free one. Runs until Ctrl+C. On a machine without a
 * screen it only prints the address.
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

/**
 * The port to serve at.
 *
 * @throws Error where `PORT` names none, or one that cannot be taken
 */
async function port(): Promise<number> {
  const asked = process.env.PORT;
  if (asked === undefined || asked === '') return freePort('localhost');
  const number = Number(asked);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new Error(`PORT is ${asked}, and takes a whole number from 1 to 65535; without it a free port is found.`);
  }
  try {
    return await freePort('localhost', number);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EADDRINUSE'
        ? 'is taken by another program'
        : code === 'EACCES'
          ? 'is for the administrator only'
          : `cannot be had (${message})`;
    throw new Error(`Port ${number} ${reason}: set PORT to another, or leave it out and a free port is found.`);
  }
}

async function start(): Promise<void> {
  const chosen = await port();
  const build = await vscodeForTheWeb();
  const workspace = await galleryWorkspace();
  const server = await serveWeb(build, workspace.path, { port: chosen });

  console.log(`\n${build.name} with the LVM extension: ${server.url}`);
  console.log('Open a model of the gallery and press the preview icon at the top right of its editor. Ctrl+C ends it.');
  console.log('What you change there stays in the browser tab; nothing is written to this folder.');

  const command = opener(server.url);
  if (command !== null) {
    const [program, args] = command;
    const noBrowser = () => console.log('No browser could be started: open the address above in one.');
    spawn(program, args, { stdio: 'ignore', detached: true })
      .on('error', noBrowser)
      .on('exit', (code) => {
        if (code !== 0) noBrowser();
      })
      .unref();
  }

  const end = async () => {
    await server.close();
    await workspace.remove();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

start().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
