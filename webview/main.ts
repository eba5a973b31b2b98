import type { WasmBytes } from '../src/engine/api/messages';
import { PreviewClient } from '../src/engine/service/client';
import { Controller } from './ui/app/controller';
import { acquireHost } from './ui/app/host';
import { type EngineFiles, engineFiles, loadBytes, loadWorker } from './ui/app/startWorker';
import { registerControls } from './ui/app/toolkit';
import { EngineLink } from './ui/request/engineLink';

/** Milliseconds after which the WebAssembly backend is loaded though nothing has been answered. */
const patience = 400;

const host = acquireHost();
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the panel.');

const link: EngineLink = new EngineLink((answer) => controller.answered(answer));
// Before all else, so that the worker loads while the panel is put together.
connectEngine(root).catch((error: unknown) => controller.failed(error));
registerControls();
const controller = new Controller(host, link, root);

window.addEventListener('message', (event) => controller.received(event.data));
window.addEventListener('error', (event) => {
  event.preventDefault();
  // Chromium's way to say that a size changed while sizes were being told of; the next frame sees to it.
  if (event.message.startsWith('ResizeObserver')) return;
  controller.failed(event.error ?? event.message);
});
window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  controller.failed(event.reason);
});

host.post({ type: 'ready' });

/**
 * Starts the engine. The first answer is that of its own kernels and of TensorFlow.js's plain backend, and nothing competes with it: the
 * files of the WebAssembly backend are loaded behind it, or after a while where it takes long.
 */
async function connectEngine(page: HTMLElement): Promise<void> {
  const files = engineFiles(page);
  let answered: () => void = () => {};
  const loadable = new Promise<void>((resolve) => {
    answered = resolve;
    setTimeout(resolve, patience);
  });
  const client = new PreviewClient({
    start: await loadWorker(files.worker),
    onAnswer: (answer) => {
      answered();
      link.answered(answer);
    },
    onLog: (level, message) => host.post({ type: 'log', level, message }),
    onRestart: (reason) => controller.restarted(reason),
  });
  client.prepare();
  link.connect(client);
  await loadable;
  const bytes = await loadWasm(files);
  if (bytes !== null) client.load(bytes);
}

async function loadWasm(files: EngineFiles): Promise<WasmBytes | null> {
  try {
    const [plain, simd] = await Promise.all([loadBytes(files.wasmPlain), loadBytes(files.wasmSimd)]);
    return { plain, simd };
  } catch (error) {
    host.post({ type: 'log', level: 'warn', message: `WebAssembly cannot be loaded. ${String(error)}` });
    return null;
  }
}
