import { version } from '../../package.json';
import { Unanswerable } from '../engine/api/unanswerable';
import { closest } from '../language/syntax/didYouMean';
import { meant, readArguments } from './arguments';
import type { Command } from './command';
import { badUsage, type ExitStatus, exitStatus, Failure } from './failure';
import { commandHelp, generalHelp } from './help';
import { ReaderGone } from './output';
import type { Terminal } from './terminal';

/**
 * Runs one command line.
 * @param args without the program's name
 * @returns what the process ends with
 */
export async function run(
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  try {
    const status = await dispatch(commands, args, terminal);
    await terminal.output.flush();
    return status;
  } catch (error) {
    if (error instanceof ReaderGone) return exitStatus.success;
    if (error instanceof Failure) {
      terminal.errors.write(`lvm: ${error.message}\n`);
      return error.status;
    }
    if (error instanceof Unanswerable) {
      terminal.errors.write(`lvm: ${error.message}\n`);
      return exitStatus.model;
    }
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.errors.write(`lvm: This is a fault of lvm, not of the model: ${what}\n`);
    return exitStatus.fault;
  }
}

async function dispatch(
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const [first, ...rest] = args;
  const general = () => generalHelp(commands);
  if (first === undefined) {
    terminal.errors.write(general());
    return exitStatus.usage;
  }
  const command = commands.find(({ name }) => name === (first === 'help' ? rest[0] : first));
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    await terminal.output.write(general());
    return exitStatus.success;
  }
  if (first === '--version') {
    await terminal.output.write(`${version}\n`);
    return exitStatus.success;
  }
  if (command === undefined) {
    const kind = first.startsWith('-') ? 'option' : 'command';
    const named = first === 'help' ? rest[0]! : first;
    const names = commands.map(({ name }) => name);
    const near = kind === 'command' ? closest(named, names) : null;
    throw badUsage(`There is no ${kind} ${named}.${meant(near)} Commands: ${names.join(', ')}.`);
  }
  const read = first === 'help' ? null : readArguments(command, rest);
  if (read === null || read.help) {
    await terminal.output.write(commandHelp(command));
    return exitStatus.success;
  }
  return command.run(read, terminal);
}
