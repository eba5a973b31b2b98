import type { Writable } from 'node:stream';
import { badUsage } from './failure';

/** Whoever read the output has gone, as `head` does once it has its lines: there is nothing left to do. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Standard output, written no faster than it is read. */
export class Output {
  private failure: Error | null = null;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      const gone = error.code === 'EPIPE' || error.code === 'EOF';
      this.failure = gone ? new ReaderGone() : badUsage(`The output could not be written: ${error.message}.`);
    });
  }

  /**
   * Resolves once there is room for more.
   * @throws ReaderGone where nobody reads any more; Failure where it cannot be written, as on a full disk
   */
  async write(text: string | Uint8Array): Promise<void> {
    this.check();
    if (!this.stream.write(text)) await this.drained();
    this.check();
  }

  /** Resolves when all that was written has been handed over. */
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write('', () => {
        if (this.failure === null) resolve();
        else reject(this.failure);
      });
    });
  }

  private check(): void {
    if (this.failure !== null) throw this.failure;
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.stream.off('drain', done);
        this.stream.off('error', done);
        this.stream.off('close', done);
        resolve();
      };
      this.stream.on('drain', done);
      this.stream.on('error', done);
      this.stream.on('close', done);
    });
  }
}
