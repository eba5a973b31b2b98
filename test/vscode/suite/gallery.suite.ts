import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { after, api, closeAll, diagnosticsOf } from './host';

suite('the gallery', () => {
  suiteSetup(api);
  teardown(closeAll);

  test('opens a model as a new document without problems', async () => {
    const editor = await after(
      vscode.window.onDidChangeActiveTextEditor,
      (active) => active?.document.languageId === 'lvm',
      async () => {
        const picked = vscode.commands.executeCommand('lvm.newFromGallery');
        const accepted = setInterval(
          () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
          300,
        );
        await picked;
        clearInterval(accepted);
      },
      'A new model from the gallery',
    );
    ok(editor, 'no editor');
    ok(editor.document.isUntitled, 'The gallery opened a saved document.');
    ok(editor.document.getText().includes('observed '), 'The new document holds no model.');
    equal(await diagnosticsOf(editor.document, (found) => found.length === 0), []);
  });
});
