import { parseArgs } from 'node:util';
import { closest } from '../language/syntax/didYouMean';
import { badUsage, type Failure } from './failure';
import type { Option, Signature } from './signature';

/** What was written behind the name of a command. */
export class Arguments {
  constructor(
    private readonly command: string,
    readonly files: readonly string[],
    private readonly values: ReadonlyMap<string, string>,
    readonly help: boolean,
  ) {}

  get file(): string {
    return this.files[0]!;
  }

  /** The value of an option that must be there. */
  text(name: string): string {
    const value = this.values.get(name);
    if (value === undefined) throw new Error(`${this.command} has no option ${name}.`);
    return value;
  }

  /** @throws Failure where it is written and is not a whole number from `least` up */
  count(name: string, shown: string, least: number, usual: number): number {
    const written = this.values.get(name);
    if (written === undefined) return usual;
    const value = /^\d+(\.\d+)?(e\+?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw this.wrong(`${shown} is ${written}, and takes a whole number from ${least} to 2^53 − 1.`);
  }

  /** @throws Failure where it is written and is none of the choices */
  choice<T extends string>(name: string, choices: readonly T[], usual: T): T {
    const written = this.values.get(name);
    if (written === undefined) return usual;
    const found = choices.find((choice) => choice === written);
    if (found !== undefined) return found;
    throw this.wrong(`--${name} is ${written}, and takes ${choices.join(' or ')}.${meant(closest(written, choices))}`);
  }

  private wrong(message: string): Failure {
    return wrong(this.command, message);
  }
}

/**
 * Reads what follows the name of a command.
 * @throws Failure saying which option is unknown, lacks a value, was given twice or is missing
 */
export function readArguments(command: Signature, args: readonly string[]): Arguments {
  const { name, options, files } = command;
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map((option) => [option.name, parsed(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const positionals: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find((each) => each.name === token.name);
    if (option === undefined) {
      const near = closest(
        token.name,
        options.map((each) => each.name),
      );
      throw wrong(name, `There is no option ${token.rawName}.${meant(near === null ? null : `--${near}`)}`);
    }
    if (option.value === null) {
      if (token.value !== undefined) throw wrong(name, `${token.rawName} takes no value.`);
      if (option.name === 'help') help = true;
      continue;
    }
    if (token.value === undefined || (!token.inlineValue && isOption(token.value, options)))
      throw wrong(name, `${token.rawName} has no value: write ${token.rawName} ${option.value}.`);
    if (values.has(option.name)) throw wrong(name, `${shownOption(option)} is given twice.`);
    values.set(option.name, token.value);
  }
  if (!help) {
    if (positionals.length === 0) throw wrong(name, 'Name the file of a model.');
    if (files === 'one' && positionals.length > 1)
      throw wrong(name, `It takes one model, and there are ${positionals.length}: ${positionals.join(', ')}.`);
    for (const option of options)
      if (option.required === true && !values.has(option.name))
        throw wrong(name, `${shownOption(option)} ${option.value} is missing: ${option.summary.toLowerCase()}`);
  }
  return new Arguments(name, positionals, values, help);
}

/** ` Did you mean NAME?`, or nothing. */
export function meant(name: string | null): string {
  return name === null ? '' : ` Did you mean ${name}?`;
}

/** `-n` or `--seed`: as in the usage line. */
export function shownOption({ name, short, value }: Option): string {
  return short !== undefined && value !== null ? `-${short}` : `--${name}`;
}

function parsed(option: Option): { type: 'string' | 'boolean'; short?: string } {
  const type = option.value === null ? 'boolean' : 'string';
  return option.short === undefined ? { type } : { type, short: option.short };
}

function isOption(written: string, options: readonly Option[]): boolean {
  const name = written.split('=')[0];
  return options.some((option) => name === `--${option.name}` || name === `-${option.short}`);
}

function wrong(command: string, message: string): Failure {
  return badUsage(`${message}\nlvm ${command} --help says how it is used.`);
}
