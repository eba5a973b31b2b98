import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { api, closeAll, edit, extension } from './host';

suite('activation', () => {
  teardown(closeAll);

  test('gives an API and opens no preview by itself', async () => {
    const lvm = await api();
    equal(lvm.previews(), []);
  });

  test('registers every command that the manifest contributes', async () => {
    await api();
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    ok(contributed.length >= 5, 'The manifest contributes fewer than five commands.');
    const registered = await vscode.commands.getCommands(true);
    equal(
      contributed.map(({ command }) => command).filter((command) => !registered.includes(command)),
      [],
      'commands without a handler',
    );
  });

  test('takes files that end in .lvm for its language', async () => {
    const editor = await edit('');
    equal(editor.document.languageId, 'lvm');
    const uri = vscode.Uri.from({ scheme: 'untitled', path: '/a.lvm' });
    equal((await vscode.workspace.openTextDocument(uri)).languageId, 'lvm');
  });
});
