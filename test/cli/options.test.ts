import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands';
import { drawsOption, helpOption, seedOption, usualDraws } from '../../src/cli/options';

test('every command has --help, and names of options are used once', () => {
  for (const { options } of commands) {
    expect(options).toContain(helpOption);
    const names = options.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]));
    expect(new Set(names).size).toBe(names.length);
  }
});

test('the draws that are usual are those of the preview', async () => {
  const { default: manifest } = await import('../../package.json');
  expect(usualDraws).toBe(manifest.contributes.configuration.properties['lvm.preview.draws'].default);
  expect(drawsOption.summary).toContain('4,096');
  expect(seedOption.required).toBeUndefined();
});
