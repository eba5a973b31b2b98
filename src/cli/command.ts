import type { Arguments } from './arguments';
import type { ExitStatus } from './failure';
import type { Signature } from './signature';
import type { Terminal } from './terminal';

export interface Command extends Signature {
  /** Half a sentence. */
  readonly summary: string;
  /** Paragraphs below the options in its help. */
  readonly details: readonly string[];
  run(args: Arguments, terminal: Terminal): Promise<ExitStatus>;
}
