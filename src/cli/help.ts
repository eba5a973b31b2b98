import { shownOption } from './arguments';
import type { Command } from './command';
import type { Option } from './signature';

const widest = 100;

/** What `lvm --help` shows. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map((command): [string, string] => [command.name, command.summary]);
  return lines(
    'lvm: latent variable models in .lvm files, on the command line',
    '',
    'Usage: lvm COMMAND FILE [OPTION …]',
    '',
    'Commands:',
    ...table(rows),
    '',
    'Options:',
    ...table([
      ['-h, --help', 'Show this; lvm COMMAND --help shows the options of a command.'],
      ['--version', 'Show the version.'],
    ]),
    '',
    'Exit status:',
    ...table([
      ['0', 'all is well'],
      ['1', 'a model has errors, or cannot be answered as it is'],
      ['2', 'the command cannot be understood, or a file cannot be read'],
    ]),
  );
}

/** What `lvm COMMAND --help` shows. */
export function commandHelp(command: Command): string {
  return lines(
    `lvm ${command.name}: ${command.summary}`,
    '',
    `Usage: ${usage(command)}`,
    '',
    'Options:',
    ...table(command.options.map((option) => [written(option), option.summary])),
    ...command.details.flatMap((paragraph) => ['', ...wrapped(paragraph, widest)]),
  );
}

/** `lvm sample FILE -n N [--seed S]` */
export function usage({ name, files, options }: Command): string {
  const parts = options
    .filter(({ value }) => value !== null)
    .map((option) => {
      const text = `${shownOption(option)} ${option.value}`;
      return option.required === true ? text : `[${text}]`;
    });
  return ['lvm', name, files === 'one' ? 'FILE' : 'FILE…', ...parts].join(' ');
}

function written({ name, short, value }: Option): string {
  const long = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return value === null ? long : `${long} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrapped(right, widest - width - 4).map((line, i) => `  ${(i === 0 ? left : '').padEnd(width)}  ${line}`),
  );
}

/** Breaks a paragraph between words; a paragraph of several lines keeps them. */
function wrapped(paragraph: string, width: number): string[] {
  if (paragraph.includes('\n')) return paragraph.split('\n');
  const result: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      result.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...result, line];
}

function lines(...all: readonly string[]): string {
  return all.join('\n') + '\n';
}
