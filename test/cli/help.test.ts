import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands';
import { commandHelp, generalHelp, usage } from '../../src/cli/help';
import { golden } from './golden';

test('the general help', () => {
  golden('lvm.txt', generalHelp(commands));
});

test.each(commands)('the help of $name', (command) => {
  golden(`${command.name}.txt`, commandHelp(command));
});

test('no line is wider than a terminal of 100 columns', () => {
  const lines = [generalHelp(commands), ...commands.map(commandHelp)].flatMap((text) => text.split('\n'));
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});

test('what need not be written stands in brackets', () => {
  expect(commands.map(usage)).toContain('lvm sample FILE -n N [--seed S] [--format csv|json]');
  expect(commands.map(usage)).toContain('lvm check FILE…');
});
