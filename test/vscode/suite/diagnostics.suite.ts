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
});
