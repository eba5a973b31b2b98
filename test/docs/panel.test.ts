import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { panelCommands } from '../../src/protocol';

const page = readFileSync('media/docs/panel.md', 'utf8');

/** `ctrl+k alt+p` as `Ctrl+K Alt+P`, `pageup` as `PageUp`. */
function keyText(key: string): string {
  const capital = (_: string, before: string, letter: string): string => before + letter.toUpperCase();
  return key.replace(/(^|[ +])([a-z])/g, capital).replace(/(Page)([a-z])/, capital);
}

/** The row of a command in the table of commands. */
function rowOf(name: string): string {
  const command = `lvm.preview.${name}`;
  const title = manifest.contributes.commands.find((each) => each.command === command)?.title;
  const key = manifest.contributes.keybindings.find((each) => each.command === command)?.key;
  return `| ${title} | ${key === undefined ? '' : `\`${keyText(key)}\``} |`;
}

describe('the page about the panel', () => {
  it('lists every command with its keys, in the order of the palette', () => {
    const table = page.slice(page.indexOf('| command | keys |')).split('\n').slice(2);
    expect(table.slice(0, panelCommands.length)).toEqual(panelCommands.map(rowOf));
  });

  it('names every setting of the panel', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties).filter((name) =>
      name.startsWith('lvm.preview.'),
    );
    expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
