import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { packageExtension } from '../package/vsix';
import { cache } from './install/cache';
import { codeServer } from './install/codeServer';
import { vscodeForTheWeb } from './install/vscodeWeb';
import { type Server, serveCodeServer, serveWeb } from './servers';
import { Workbench } from './workbench';
import { type Workspace, workspaceOf } from './workspace';

/** The workbench that a file of tests shares; it exists while they run. */
export interface Session {
  readonly workbench: Workbench;
  /** The folder that it is open on, on this disk. */
  readonly folder: string;
}

/** A kind of VS Code: what has to be fetched, once, and how it is served then. */
interface Host<T> {
  install(): Promise<T>;
  serve(installed: T, workspace: Workspace): Promise<Server>;
}

/** The first time, a download of some hundred megabytes and a compilation. */
const installLimit = 20 * 60_000;

/** Opens VS Code for the web, with the extension from this folder, before the tests of a file, and closes it after them. */
export function webSession(workspace: () => Promise<Workspace>): Session {
  return session(workspace, {
    install: vscodeForTheWeb,
    serve: (build, { path }) => serveWeb(build, path),
  });
}

/** The same with code-server, where the packaged extension is installed as a user would. */
export function packagedSession(workspace: () => Promise<Workspace>): Session {
  return session(workspace, {
    install: codeServer,
    serve: async (program, { path }) => {
      const data = await workspaceOf({});
      const server = await serveCodeServer(
        program,
        await packageExtension({ out: join(cache, 'packaged', 'lvm.vsix') }),
        path,
        data.path,
      );
      return {
        url: server.url,
        close: async () => {
          await server.close();
          await data.remove();
        },
      };
    },
  });
}

function session<T>(workspace: () => Promise<Workspace>, host: Host<T>): Session {
  let installed: T;
  let folder: Workspace | undefined;
  let server: Server | undefined;
  let workbench: Workbench | undefined;

  beforeAll(async () => {
    installed = await host.install();
  }, installLimit);

  beforeAll(async () => {
    folder = await workspace();
    server = await host.serve(installed, folder);
    workbench = await Workbench.open(server);
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(async () => {
      if (workbench !== undefined) console.error(`The window at the failure: ${await workbench.screenshot(task.name)}`);
    });
  });

  afterAll(async () => {
    await workbench?.close();
    await server?.close();
    await folder?.remove();
  });

  return {
    get folder() {
      if (folder === undefined) throw new Error('The folder is there only while tests run.');
      return folder.path;
    },
    get workbench() {
      if (workbench === undefined) throw new Error('The workbench is there only while tests run.');
      return workbench;
    },
  };
}
