import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { api, closeAll, edit } from './host';

const model = `param mu = [-2, 2]
latent z ~ Categorical([0.3, 0.7])
observed x | z ~ Normal(mu[z], 1)
`;

/** The words at ranges, with the lines that they are on. */
function words(document: vscode.TextDocument, ranges: readonly vscode.Range[]): string[] {
  return ranges.map((range) => `${range.start.line}:${document.getText(range)}`);
}

/** Opens a text with the cursor at the first `‸`, and runs one of VS Code's commands that ask the providers. */
async function ask<T>(marked: string, command: string, ...more: readonly unknown[]) {
  const { document } = await edit(marked.replace('‸', ''));
  const position = document.positionAt(marked.indexOf('‸'));
  const found = await vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, position, ...more);
  return { document, found };
}

/** Opens a text and runs a command that asks about the whole of it. */
async function askWhole<T>(text: string, command: string, ...more: readonly unknown[]) {
  const { document } = await edit(text);
  return { document, found: await vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...more) };
}

suite('language features', () => {
  suiteSetup(api);
  teardown(closeAll);

  test('a hover explains a distribution', async () => {
    const { document, found } = await ask<vscode.Hover[]>('latent z ~ Nor‸mal(0, 1)', 'executeHoverProvider');
    const [hover] = found;
    ok(hover?.range, 'There is no hover.');
    equal(words(document, [hover.range]), ['0:Normal']);
    const text = hover.contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    ok(text.includes('**Support:** all real x'), `The hover does not tell the support: ${text}`);
  });

  test('a signature marks the argument at the cursor', async () => {
    const { found } = await ask<vscode.SignatureHelp>('latent z ~ Normal(0, ‸', 'executeSignatureHelpProvider', '(');
    equal(found.signatures[0]?.label, 'Normal(mean, sd)');
    equal(found.activeParameter, 1);
  });

  test('a definition, its uses and its marks are found', async () => {
    const marked = model.replace('mu[z]', '‸mu[z]');
    const { document, found } = await ask<vscode.LocationLink[]>(marked, 'executeDefinitionProvider');
    equal(
      words(
        document,
        found.map(({ targetSelectionRange, targetRange }) => targetSelectionRange ?? targetRange),
      ),
      ['0:mu'],
    );
    const references = await ask<vscode.Location[]>(marked, 'executeReferenceProvider');
    equal(
      words(
        document,
        references.found.map(({ range }) => range),
      ),
      ['0:mu', '2:mu'],
    );
    const highlights = await ask<vscode.DocumentHighlight[]>(marked, 'executeDocumentHighlights');
    equal(
      highlights.found.map(({ kind }) => kind),
      [vscode.DocumentHighlightKind.Write, vscode.DocumentHighlightKind.Read],
    );
  });

  test('a rename changes every use, and is refused with a reason', async () => {
    const marked = model.replace('latent z', 'latent ‸z');
    const { document, found } = await ask<vscode.WorkspaceEdit>(marked, 'executeDocumentRenameProvider', 'k');
    ok(await vscode.workspace.applyEdit(found), 'The rename was refused.');
    equal(document.getText(), model.replaceAll('z', 'k'));
    const refused = await ask(marked, 'executeDocumentRenameProvider', 'mu').then(
      () => '',
      (error: Error) => error.message,
    );
    ok(refused.includes('mu is already the name of a param'), `The reason is missing: ${refused}`);
  });

  test('the outline lists the model', async () => {
    const { found } = await askWhole<vscode.DocumentSymbol[]>(model, 'executeDocumentSymbolProvider');
    equal(
      found.map(({ name, detail }) => [name, detail]),
      [
        ['mu', '= [-2, 2]'],
        ['z', '~ Categorical([0.3, 0.7])'],
        ['x', '| z ~ Normal(mu[z], 1)'],
      ],
    );
  });

  test('a table can be folded', async () => {
    const { found } = await askWhole<vscode.FoldingRange[]>(
      'let y = case r {\n  true: 1,\n  false: 2\n}\n',
      'executeFoldingRangeProvider',
    );
    equal(
      found.map(({ start, end }) => [start, end]),
      [[0, 3]],
    );
  });

  test('a selection grows by the tree', async () => {
    const { document } = await edit(model);
    const position = document.positionAt(model.indexOf('mu[z]'));
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [position],
    );
    const texts: string[] = [];
    for (let next = range; next; next = next.parent) texts.push(document.getText(next.range));
    ok(texts.indexOf('mu[z]') > texts.indexOf('mu'), `The selection grows over ${JSON.stringify(texts)}`);
    ok(texts.includes('Normal(mu[z], 1)'), `The call is not among ${JSON.stringify(texts)}`);
  });

  test('names have colours of their own', async () => {
    const { document } = await edit(model);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    ok(legend.tokenModifiers.includes('latent'), `The legend is ${legend.tokenModifiers.join(', ')}`);
    // mu, z, Categorical, x, z, Normal, mu, z: five numbers each.
    equal(tokens.data.length, 8 * 5);
    equal([...tokens.data.slice(0, 3)], [0, 6, 2]);
  });

  test('formatting sets the whole document, and a second time changes nothing', async () => {
    const options = { tabSize: 2, insertSpaces: true };
    const { document, found } = await askWhole<vscode.TextEdit[]>(
      'latent z~Normal(0,1)\nobserved x|z~Normal(2*z,1)',
      'executeFormatDocumentProvider',
      options,
    );
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, found);
    ok(await vscode.workspace.applyEdit(change), 'The formatting was refused.');
    equal(document.getText(), 'latent   z     ~ Normal(0, 1)\nobserved x | z ~ Normal(2 * z, 1)\n');
    const again = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    equal(again ?? [], []);
  });

  test('formatting a selection leaves the rest alone', async () => {
    const { document } = await edit('let  a=1\n\nlet  b=2\n');
    const found = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      new vscode.Range(2, 0, 2, 8),
      { tabSize: 2, insertSpaces: true },
    );
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, found);
    ok(await vscode.workspace.applyEdit(change), 'The formatting was refused.');
    equal(document.getText(), 'let  a=1\n\nlet b = 2\n');
  });
});
