import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { panelCommands, textCommands } from '../src/protocol';

interface Entry {
  readonly command: string;
  readonly title?: string;
  readonly key?: string;
  readonly mac?: string;
  readonly win?: string;
  readonly linux?: string;
  readonly when?: string;
}

const { commands, keybindings, menus } = JSON.parse(readFileSync('package.json', 'utf8')).contributes as {
  readonly commands: readonly Entry[];
  readonly keybindings: readonly Entry[];
  readonly menus: { readonly commandPalette: readonly Entry[] };
};

test.each(panelCommands)('%s has a title, a condition in the palette and a key', (name) => {
  const command = `lvm.preview.${name}`;
  expect(commands.find((one) => one.command === command)?.title).toMatch(/^[A-Z]/);
  expect(menus.commandPalette.find((one) => one.command === command)?.when).toBe('lvm.previewOpen');
  const binding = keybindings.find((one) => one.command === command);
  expect(binding?.key).toMatch(/^ctrl\+k alt\+/);
  expect(binding?.when).toContain('lvm');
});

test.each(textCommands)(
  '%s has the keys of an editor where a preview has the keyboard, and is in the palette there',
  (name) => {
    const command = `lvm.${name}`;
    expect(commands.find((one) => one.command === command)?.title).toMatch(/^[A-Z]/);
    const active = "activeWebviewPanelId == 'lvm.preview'";
    expect(menus.commandPalette.find((one) => one.command === command)?.when).toBe(active);
    const bindings = keybindings.filter((one) => one.command === command);
    expect(bindings.flatMap(({ key, win, linux }) => key ?? [win, linux])).toEqual(
      { undo: ['ctrl+z'], redo: ['ctrl+shift+z', 'ctrl+y', 'ctrl+y'], save: ['ctrl+s'] }[name],
    );
    expect(bindings.flatMap(({ mac }) => mac ?? [])).toEqual(
      { undo: ['cmd+z'], redo: ['cmd+shift+z'], save: ['cmd+s'] }[name],
    );
    // Not where a list, a terminal or the palette has the keyboard, though the preview is the active editor.
    for (const { when } of bindings)
      expect(when).toBe(`${active} && !inQuickOpen && !sideBarFocus && !panelFocus && !auxiliaryBarFocus`);
  },
);

test('no command of the panel is contributed that it does not have', () => {
  const own = commands.flatMap(({ command }) => /^lvm\.preview\.(.*)$/.exec(command)?.[1] ?? []);
  expect(own.sort()).toEqual([...panelCommands].sort());
});

test.each(['key', 'mac'] as const)('no two commands share a %s', (part) => {
  const keys = keybindings.map((binding) => binding[part]);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
