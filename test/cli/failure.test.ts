import { expect, test } from 'vitest';
import { badUsage, exitStatus, Failure } from '../../src/cli/failure';

test('a failure has a sentence and the status that the process ends with', () => {
  const failure = new Failure('m.lvm has an error.', exitStatus.model);
  expect([failure.message, failure.status, failure instanceof Error]).toEqual(['m.lvm has an error.', 1, true]);
  expect([badUsage('No.').message, badUsage('No.').status]).toEqual(['No.', 2]);
});
