import { type FromWorker, readToWorker, type WasmBytes } from '../api/messages';
import type { Backends } from '../tensor/backend';
import { Runner } from './runner';
import { Session } from './session';

/** The part of a worker's global scope that the preview needs. */
interface WorkerScope {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as WorkerScope;
const now = () => performance.now();
/** null until its files have come, behind the first picture: which needs nothing of it. */
let library: Backends | null = null;
const runner = new Runner(
  new Session(),
  { use: (wanted) => library?.use(wanted) ?? Promise.resolve('cpu') },
  // Copied, not handed over: the next answer may share arrays with this one.
  (answer) => scope.postMessage({ type: 'answer', answer }),
  now,
  nextTurn,
);

/** Lets messages that have arrived be read; a timer would wait for four milliseconds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Takes a lock that the browser gives back when this worker ends, in whatever way: the page waits for it, and so hears of an end that no
 * event tells of. One that is only busy keeps it.
 */
function holdLock(): void {
  // Absent where the page is not secure: then only silence tells.
  const { locks } = navigator as Partial<WorkerNavigator>;
  const name = `lvm-worker-${performance.timeOrigin}-${Math.random()}`;
  const end = locks?.request(name, () => {
    scope.postMessage({ type: 'lock', name });
    return new Promise<never>(() => {});
  });
  end?.catch(() => {});
}

/** TensorFlow.js is run for the first time here, not when the worker starts. @returns whether its WebAssembly backend can be used */
async function loadLibrary(wasm: WasmBytes): Promise<boolean> {
  const { Backends } = await import('../tensor/backend');
  library ??= new Backends(now);
  return library.load(wasm);
}

holdLock();

scope.onmessage = ({ data }) => {
  const message = readToWorker(data);
  if (message === null) {
    scope.postMessage({ type: 'log', level: 'error', message: 'The worker got a message that it cannot read.' });
  } else if (message.type === 'ping') {
    scope.postMessage({ type: 'alive' });
  } else if (message.type === 'request') {
    scope.postMessage({ type: 'alive' });
    runner.submit(message.request);
  } else {
    void loadLibrary(message.wasm).then((there) => {
      const text = there ? 'WebAssembly is ready.' : 'WebAssembly cannot be used here; the plain backend computes.';
      scope.postMessage({ type: 'log', level: 'info', message: text });
    });
  }
};
