import type { Arguments } from './arguments';
import type { ExitStatus } from './failure';
import type { Terminal } from './terminal';

/** `--seed S`, or `--help`, which takes no value. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** One letter, where there is one. */
  readonly short?: string;
  /** What its value is called in the help; null where it takes none. */
  readonly value: string | null;
  readonly required?: boolean;
  readonly summary: string;
}

export interface Command {
  readonly name: string;
  /** What stands behind the name: `FILE…`. */
  readonly files: 'one' | 'many';
  readonly options: readonly Option[];
  /** Half a sentence. */
  readonly summary: string;
  /** Paragraphs below the options in its help. */
  readonly details: readonly string[];
  run(args: Arguments, terminal: Terminal): Promise<ExitStatus>;
}
