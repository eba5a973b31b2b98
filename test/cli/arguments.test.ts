import { describe, expect, it } from 'vitest';
import { meant, readArguments, shownOption } from '../../src/cli/arguments';
import type { Command } from '../../src/cli/command';
import { Failure } from '../../src/cli/failure';
import { helpOption } from '../../src/cli/options';

const command: Command = {
  name: 'try',
  files: 'one',
  summary: 'try something',
  options: [
    { name: 'count', short: 'n', value: 'N', required: true, summary: 'How many.' },
    { name: 'seed', value: 'S', summary: 'A seed.' },
    { name: 'format', value: 'csv|json', summary: 'A format.' },
    helpOption,
  ],
  details: [],
  run: () => Promise.resolve(0),
};
const read = (...args: string[]) => readArguments(command, args);
const usage = '\nlvm try --help says how it is used.';

describe('readArguments', () => {
  it('takes files and options in any order and in every spelling', () => {
    for (const args of [
      ['m.lvm', '-n', '3', '--seed', '0'],
      ['-n3', '--seed=0', 'm.lvm'],
      ['--count=3', 'm.lvm', '--seed', '0'],
      ['--seed=0', '-n', '3', '--', 'm.lvm'],
    ]) {
      const found = read(...args);
      expect([found.file, found.text('count'), found.count('seed', '--seed', 0, 7), found.help]).toEqual([
        'm.lvm',
        '3',
        0,
        false,
      ]);
    }
  });

  it('takes what stands behind -- as files', () => {
    expect(read('-n', '1', '--', '--seed').files).toEqual(['--seed']);
  });

  it('needs nothing where help is asked for', () => {
    expect(read('--help').help).toBe(true);
    expect(read('-h', '-n', '3').help).toBe(true);
  });

  it.each([
    [['m.lvm', '-n', '1', '--sed', '2'], 'There is no option --sed. Did you mean --seed?'],
    [['m.lvm', '-n', '1', '-x'], 'There is no option -x.'],
    [['m.lvm', '-n', '1', '--seed'], '--seed has no value: write --seed S.'],
    [['m.lvm', '--seed', '-n', '1'], '--seed has no value: write --seed S.'],
    [['m.lvm', '-n'], '-n has no value: write -n N.'],
    [['m.lvm', '-n', '1', '-n', '2'], '-n is given twice.'],
    [['m.lvm', '--seed', '1', '-n', '1', '--seed=2'], '--seed is given twice.'],
    [['m.lvm'], '-n N is missing: how many.'],
    [['-n', '1'], 'Name the file of a model.'],
    [['a.lvm', 'b.lvm', '-n', '1'], 'It takes one model, and there are 2: a.lvm, b.lvm.'],
    [['a.lvm', '--help=yes'], '--help takes no value.'],
  ])('refuses %j', (args, message) => {
    expect(() => read(...args)).toThrow(new Failure(message + usage, 2));
  });
});

describe('Arguments', () => {
  it.each(['0', '12', '1e6', '1E+3', '4.0', '9007199254740991'])('takes %s as a count', (written) => {
    expect(read('m', '-n', written).count('count', '-n', 0, 5)).toBe(Number(written));
  });

  it.each(['-1', '1.5', 'x', '', ' 1', '0x10', 'Infinity', '9007199254740992', '1e-3'])(
    'refuses %j as a count',
    (written) => {
      expect(() => read('m', `--count=${written}`).count('count', '-n', 0, 5)).toThrow(
        new Failure(`-n is ${written}, and takes a whole number from 0 to 2^53 − 1.${usage}`, 2),
      );
    },
  );

  it('refuses a count below the least', () => {
    expect(() => read('m', '-n', '15').count('count', '-n', 16, 5)).toThrow('a whole number from 16 to');
  });

  it('has a usual value for what is not written', () => {
    const args = read('m', '-n', '1');
    expect(args.count('seed', '--seed', 0, 7)).toBe(7);
    expect(args.choice('format', ['csv', 'json'], 'csv')).toBe('csv');
    expect(() => args.text('seed')).toThrow('try has no option seed.');
  });

  it('takes one of some choices', () => {
    expect(read('m', '-n', '1', '--format', 'json').choice('format', ['csv', 'json'], 'csv')).toBe('json');
    expect(() => read('m', '-n', '1', '--format', 'jsn').choice('format', ['csv', 'json'], 'csv')).toThrow(
      '--format is jsn, and takes csv or json. Did you mean json?',
    );
  });
});

it('says what was meant, or nothing', () => {
  expect([meant('x'), meant(null)]).toEqual([' Did you mean x?', '']);
});

it('shows an option by its letter where it has one and takes a value', () => {
  expect(command.options.map(shownOption)).toEqual(['-n', '--seed', '--format', '--help']);
});
