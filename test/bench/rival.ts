import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** The libraries that the rival cases are written in. */
export const libraries = ['numpy', 'torch'] as const;
export type Library = (typeof libraries)[number];

/** CPU times of calls in milliseconds, and a number of what they computed. */
export interface Measured {
  readonly times: readonly number[];
  readonly result: number;
}

/** Python with NumPy, and PyTorch where it is there, measuring one case after the other on one thread. */
export class Rival {
  private constructor(
    private readonly process: ChildProcess,
    private readonly lines: AsyncIterator<string>,
    private readonly reader: Interface,
    /** What it computes with, in words. */
    readonly description: string,
  ) {}

  /** The first Python on the path that has NumPy; null where there is none. */
  static async start(): Promise<Rival | null> {
    for (const python of ['python3', '/usr/bin/python3']) {
      const rival = await Rival.startWith(python);
      if (rival !== null) return rival;
    }
    return null;
  }

  private static async startWith(python: string): Promise<Rival | null> {
    const program = join(process.cwd(), 'test', 'bench', 'rivals', 'paths.py');
    const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
    const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...one } });
    const failed = new Promise<null>((resolve) => child.on('error', () => resolve(null)));
    // A program that cannot start has nothing to be told.
    child.stdin.on('error', () => {});
    const reader = createInterface({ input: child.stdout });
    const lines = reader[Symbol.asyncIterator]();
    child.stdin.write('versions\n');
    const first = await Promise.race([failed, lines.next()]);
    if (first === null || first.done === true) return null;
    const { numpy, torch } = JSON.parse(first.value) as { numpy: string; torch: string | null };
    return new Rival(child, lines, reader, `NumPy ${numpy}${torch === null ? '' : ` and PyTorch ${torch}`}`);
  }

  /**
   * @param name of the case, with its sizes: `networks:4096:2:512`
   * @param budget milliseconds of calls
   * @returns null where the case is not written in the library, or this is not there
   */
  async measure(name: string, library: Library, budget: number): Promise<Measured | null> {
    this.process.stdin!.write(`${name} ${library} ${budget}\n`);
    const { value, done } = await this.lines.next();
    if (done === true) throw new Error(`The rival stopped at ${name}.`);
    return JSON.parse(value) as Measured | null;
  }

  stop(): void {
    this.reader.close();
    this.process.kill();
  }
}
