/** What the command line ends with. */
export const exitStatus = {
  success: 0,
  /** A model with errors, or one that cannot be answered as it is. */
  model: 1,
  /** A command that cannot be understood, or a file that cannot be read. */
  usage: 2,
  /** A fault of the program itself. */
  fault: 70,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Ends a command with a sentence for the user. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    readonly status: ExitStatus,
  ) {
    super(message);
  }
}

/** What was asked cannot be understood, or a file cannot be read. */
export function badUsage(message: string): Failure {
  return new Failure(message, exitStatus.usage);
}
