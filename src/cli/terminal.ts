import type { Output } from './output';
import type { ProgressStream } from './progress';

/** Where a command writes, and where it stands. */
export interface Terminal {
  readonly output: Output;
  readonly errors: ProgressStream;
  /** Whether standard output is a terminal, too. */
  readonly outputIsTerminal: boolean;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** Everything on standard input. */
  readInput(): Promise<Uint8Array>;
  /** Milliseconds from any beginning. */
  now(): number;
}
