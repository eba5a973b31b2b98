import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { api, closeAll, edit } from './host';

/** Completions where `‸` stands in the text. */
async function completionsAt(marked: string): Promise<vscode.CompletionItem[]> {
  const offset = marked.indexOf('‸');
  const { document } = await edit(marked.replace('‸', ''));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
    undefined,
    // VS Code resolves as many for their documentation.
    50,
  );
  return list.items;
}

const label = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

suite('completions', () => {
  suiteSetup(api);
  teardown(closeAll);

  test('after ~ are distributions, each with its documentation', async () => {
    const items = await completionsAt('latent z ~ ‸');
    const normal = items.find((item) => label(item) === 'Normal');
    ok(normal, `Normal is not among ${items.map(label).join(', ')}`);
    const documentation = normal.documentation;
    const text = typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
    ok(text.includes('sd'), `The documentation of Normal does not speak of sd: ${text}`);
    for (const family of ['Laplace', 'Categorical', 'MultivariateNormal']) {
      ok(
        items.some((item) => label(item) === family),
        `${family} is missing.`,
      );
    }
  });

  test('in a parent list are variables, but none that would close a cycle', async () => {
    const labels = (
      await completionsAt('latent z ~ Normal(0, 1)\nlatent w | ‸ ~ Normal(0, 1)\nobserved x | w ~ Normal(w, 1)\n')
    ).map(label);
    ok(labels.includes('z'), `z is not among ${labels.join(', ')}`);
    equal(
      labels.filter((name) => name === 'w' || name === 'x'),
      [],
      'variables that would close a cycle',
    );
  });

  test('after the colon of a param are domains', async () => {
    const labels = (await completionsAt('param a: ‸ = 1\n')).map(label);
    for (const domain of ['positive', 'unit', 'simplex', 'ordered'])
      ok(labels.includes(domain), `${domain} is missing.`);
  });
});
