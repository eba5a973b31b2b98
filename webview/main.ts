import { PreviewClient } from './engine/client';
import type { WasmBytes } from './engine/messages';
import { Controller } from './ui/controller';
import { EngineLink } from './ui/engineLink';
import { acquireHost } from './ui/host';
import { type EngineFiles, engineFiles, loadBytes, loadWorker } from './ui/startWorker';
import { registerControls } from './ui/toolkit';

const host = acquireHost();
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the panel.');

registerControls();
const link: EngineLink = new EngineLink((answer) => controller.answered(answer));
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

connectEngine(root).catch((error: unknown) => controller.failed(error));
host.post({ type: 'ready' });

/** Starts the engine. The worker computes on its plain backend until the WebAssembly files are there. */
async function connectEngine(page: HTMLElement): Promise<void> {
  const files = engineFiles(page);
  const wasm = loadWasm(files);
  const client = new PreviewClient({
    start: await loadWorker(files.worker),
    onAnswer: (answer) => link.answered(answer),
    onLog: (level, message) => host.post({ type: 'log', level, message }),
  });
  link.connect(client);
  const bytes = await wasm;
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
