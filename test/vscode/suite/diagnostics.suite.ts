import * as vscode from 'vscode';
import { threeBumps } from '../models';
import { equal, ok } from './assert';
import { api, closeAll, diagnosticsOf, edit, replace } from './host';

suite('diagnostics', () => {
  suiteSetup(api);
  teardown(closeAll);

  test('are none for a good model', async () => {
    const { document } = await edit(threeBumps);
    // A mistake made and mended shows that there is someone to complain.
    await replace(vscode.window.activeTextEditor as vscode.TextEditor, 'Normal', 'Norml');
    await diagnosticsOf(document, (found) => found.length > 0);
    await replace(vscode.window.activeTextEditor as vscode.TextEditor, 'Norml', 'Normal');
    equal(await diagnosticsOf(document, (found) => found.length === 0), []);
  });

  test('name a mistyped distribution at its place, with the near miss', async () => {
    const { document } = await edit(threeBumps.replace('Normal', 'Norml'));
    const found = await diagnosticsOf(document, (diagnostics) => diagnostics.length === 1);
    const [diagnostic] = found;
    ok(diagnostic, 'no diagnostic');
    equal(document.getText(diagnostic.range), 'Norml', 'what is underlined');
    equal(diagnostic.severity, vscode.DiagnosticSeverity.Error, 'severity');
    ok(diagnostic.message.includes('Normal'), `The message does not speak of Normal: ${diagnostic.message}`);
  });

  test('of one broken statement leave the others their own', async () => {
    const { document } = await edit(
      'latent z ~ Normal(0,\nlatent unused ~ Normal(0, -1)\nobserved x | z ~ Normal(z, 1)\n',
    );
    const found = await diagnosticsOf(document, (diagnostics) => diagnostics.length >= 2);
    const lines = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    equal([...new Set(lines.map(({ range }) => range.start.line))], [0, 1], 'lines with errors');
    equal(
      found.filter(({ range }) => document.getText(range) === '-1').length,
      1,
      'diagnostics at the negative standard deviation',
    );
  });

  suite('go with what was wrong:', () => {
    const text = 'observed x ~ Normal(0, 1)\ndata x from "late.csv" columns a\n';
    let model: vscode.Uri;
    let data: vscode.Uri;
    let document: vscode.TextDocument;

    const write = (uri: vscode.Uri, content: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    const isMissing = (found: readonly vscode.Diagnostic[]) => found.length === 1 && found[0]!.code === 'data-file';
    const isNone = (found: readonly vscode.Diagnostic[]) => found.length === 0;

    setup(async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      ok(folder, 'There is no folder.');
      model = vscode.Uri.joinPath(folder, 'late.lvm');
      data = vscode.Uri.joinPath(folder, 'late.csv');
      await write(model, text);
      // As a user opens it: what an extension opens stays open for minutes after its editor is closed.
      await vscode.commands.executeCommand('vscode.open', model, { preview: false });
      await diagnosticsOf({ uri: model }, isMissing);
      document = (vscode.window.activeTextEditor as vscode.TextEditor).document;
    });

    teardown(async () => {
      await closeAll();
      for (const uri of [model, data]) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
    });

    test('a data file that comes, changes and goes', async () => {
      await write(data, 'a\n1\n');
      await diagnosticsOf(document, isNone);
      await write(data, 'b\n1\n');
      await diagnosticsOf(document, isMissing);
      await write(data, 'a\n2\n');
      await diagnosticsOf(document, isNone);
      await vscode.workspace.fs.delete(data);
      await diagnosticsOf(document, isMissing);
    });

    test('a text that names the file no more while it is read', async () => {
      const editor = vscode.window.activeTextEditor as vscode.TextEditor;
      await Promise.all([write(data, 'b\n1\n'), replace(editor, 'data x from "late.csv" columns a', '')]);
      await diagnosticsOf(document, isNone);
      await replace(editor, '\n', '\ndata x from "late.csv" columns b');
      await diagnosticsOf(document, isNone);
    });

    test('a model that has another name, and one that was closed', async () => {
      const renamed = model.with({ path: model.path.replace('late.lvm', 'later.lvm') });
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(model, renamed);
      ok(await vscode.workspace.applyEdit(edit), 'The file was not renamed.');
      await diagnosticsOf({ uri: renamed }, isMissing);
      await diagnosticsOf({ uri: model }, isNone);
      await closeAll();
      await diagnosticsOf({ uri: renamed }, isNone);
      await vscode.workspace.fs.delete(renamed);
    });

    test('a text that is no model any more, until it is one again', async () => {
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await diagnosticsOf(document, isNone);
      await vscode.languages.setTextDocumentLanguage(document, 'lvm');
      await diagnosticsOf(document, isMissing);
    });

    test('a model whose file was deleted', async () => {
      await vscode.workspace.fs.delete(model);
      await closeAll();
      await diagnosticsOf({ uri: model }, isNone);
    });
  });
});
