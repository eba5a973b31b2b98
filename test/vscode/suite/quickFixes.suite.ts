import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { api, closeAll, diagnosticsOf, edit } from './host';

/** Applies the first quick fix at the document's first diagnostic. @returns the text after it */
async function mended(text: string): Promise<string> {
  const { document } = await edit(text);
  const [diagnostic] = await diagnosticsOf(document, (found) => found.length > 0);
  ok(diagnostic, 'no diagnostic');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const [fix] = actions.filter(({ edit }) => edit !== undefined);
  ok(fix?.edit, `There is no quick fix among ${JSON.stringify(actions.map(({ title }) => title))}.`);
  ok(await vscode.workspace.applyEdit(fix.edit), 'The fix was refused.');
  return document.getText();
}

suite('quick fixes', () => {
  suiteSetup(api);
  teardown(closeAll);

  test('list a parent that is used and not listed', async () => {
    equal(
      await mended('latent z ~ Normal(0, 1)\nobserved x ~ Normal(z, 1)\n'),
      'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\n',
    );
  });

  test('mend a mistyped distribution', async () => {
    equal(await mended('observed x ~ Norml(0, 1)\n'), 'observed x ~ Normal(0, 1)\n');
  });
});
