import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { vsix } from './install/cache';
import { codeServer } from './install/codeServer';
import { vscodeForTheWeb } from './install/vscodeWeb';
import { type Server, serveCodeServer, serveWeb } from './servers';
import { Workbench } from './workbench';
import { type Workspace, workspaceOf } from './workspace';

/**
 * The workbench that a file of tests shares; it exists while they run. After a failed test it is another one, fresh: ask
 * for it in every test, and let every test open what it needs.
 */
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
      const server = await serveCodeServer(program, vsix, path, data.path);
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

/** What exists while tests run. */
interface Opened extends Session {
  close(): Promise<void>;
}

async function open<T>(workspace: () => Promise<Workspace>, host: Host<T>, installed: T): Promise<Opened> {
  const folder = await workspace();
  let server: Server | undefined;
  let workbench: Workbench | undefined;
  const close = async () => {
    await workbench?.close();
    await server?.close();
    await folder.remove();
  };
  try {
    server = await host.serve(installed, folder);
    workbench = await Workbench.open(server);
    return { workbench, folder: folder.path, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function session<T>(workspace: () => Promise<Workspace>, host: Host<T>): Session {
  let installed: T;
  let opened: Opened | undefined;
  /** Why it did not open before the tests: the first of them has failed at its first try then. */
  let failure: { readonly error: unknown } | null = null;

  const begin = async () => {
    opened = await open(workspace, host, installed);
  };
  const end = async () => {
    await opened?.close();
    opened = undefined;
  };
  const now = (): Opened => {
    if (opened === undefined) throw new Error('The workbench and its folder are there only while tests run.');
    return opened;
  };

  beforeAll(async () => {
    installed = await host.install();
  }, installLimit);

  beforeAll(() =>
    begin().catch((error) => {
      failure = { error };
    }),
  );

  // Whatever follows a failure, a second try or the next test, starts with files, server and browser of its own.
  let spoilt = false;
  beforeEach(async ({ onTestFailed, task }) => {
    onTestFailed(async () => {
      spoilt = true;
      const name = `${basename(task.file.name, '.e2e.ts')} ${task.name} ${(task.result?.retryCount ?? 0) + 1}`;
      const picture = opened?.workbench.screenshot(name).catch(({ message }: Error) => `none, ${message}`);
      console.error(`The window when “${task.name}” failed: ${await picture}`);
    });
    if (failure !== null) {
      const { error } = failure;
      failure = null;
      throw error;
    }
    if (!spoilt) return;
    await end();
    await begin();
    spoilt = false;
  });

  afterAll(end);

  return {
    get folder() {
      return now().folder;
    },
    get workbench() {
      return now().workbench;
    },
  };
}
