import { expect, test } from 'vitest';
import { commands } from '../../../src/cli/commands';

test('the commands, in the order of the help', () => {
  expect(commands.map(({ name }) => name)).toEqual(['check', 'density', 'posterior', 'sample']);
});
