import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { api, closeAll } from './host';

/** Files in memory, and the moments at which they were handed over. */
class Files implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly files = new Map<string, Uint8Array>();
  readonly types = new Map<string, vscode.FileType>();
  readonly reads: string[] = [];
  onRead: (path: string) => void = () => {};

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const size = this.files.get(path)?.length;
    if (size === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return { type: this.types.get(path) ?? vscode.FileType.File, ctime: 0, mtime: 0, size };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(path);
    this.reads.push(path);
    this.onRead(path);
    return bytes;
  }

  writeFile({ path }: vscode.Uri, bytes: Uint8Array): void {
    this.files.set(path, bytes);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri: at(path) }]);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}

const at = (path: string) => vscode.Uri.from({ scheme: 'lvm-test', path });
const encode = (text: string) => new TextEncoder().encode(text);

const wide = 60_000;
const names = Array.from({ length: wide }, (_, i) => `c${i}`).join(',');
const row = Array.from({ length: wide }, (_, i) => i % 10).join(',');

suite('data files', () => {
  const files = new Files();
  let registered: vscode.Disposable | undefined;

  suiteSetup(async () => {
    await api();
    registered = vscode.workspace.registerFileSystemProvider('lvm-test', files, { isCaseSensitive: true });
  });
  teardown(closeAll);
  suiteTeardown(() => registered?.dispose());

  /** Shows a model over a data file, both in memory. */
  async function show(name: string, text: string, data: Uint8Array | string): Promise<vscode.TextEditor> {
    files.files.set(`/${name}.csv`, typeof data === 'string' ? encode(data) : data);
    files.files.set(`/${name}.lvm`, encode(text));
    const document = await vscode.workspace.openTextDocument(at(`/${name}.lvm`));
    return vscode.window.showTextDocument(document, { preview: false });
  }

  const codes = ({ uri }: vscode.TextDocument) => vscode.languages.getDiagnostics(uri).map(({ code }) => code);

  for (const [name, data] of [
    ['wide', `${names}\n${`${row}\n`.repeat(40)}`],
    ['long', `x\n${'1.25\n'.repeat(2_000_000)}`],
  ] as const)
    test(`of the kind ${name} keep no diagnostic of the text waiting`, async () => {
      const order: string[] = [];
      files.onRead = (path) => {
        if (path === `/${name}.csv`) order.push('file handed over');
      };
      const { document } = await show(
        name,
        `observed x ~ Normal(0, 1)\ndata x from "${name}.csv" columns nosuch\n`,
        data,
      );
      // Types on while the file is read, and looks after each key at what is said of the text as it is now.
      const end = () => new vscode.Range(document.lineAt(0).range.end, document.lineAt(0).range.end);
      for (let key = 0; !order.includes('data known'); key++) {
        ok(key < 2000, `What is in the file was never told. ${order.slice(-5).join(', ')}`);
        const change = new vscode.WorkspaceEdit();
        if (key % 2 === 0) change.insert(document.uri, end().start, ' oops');
        else
          change.delete(document.uri, new vscode.Range(0, 'observed x ~ Normal(0, 1)'.length, 0, end().end.character));
        ok(await vscode.workspace.applyEdit(change), 'The edit was refused.');
        const said = codes(document);
        const wrong = said.some((code) => code !== 'data-file');
        equal(wrong, key % 2 === 0, 'whether the text has an error');
        order.push(said.includes('data-file') ? 'data known' : 'text known');
      }
      const handed = order.indexOf('file handed over');
      ok(handed >= 0, 'The file was never read.');
      const between = order.slice(handed).filter((event) => event === 'text known').length;
      ok(between > 0, `Nothing was said of the text between the file and its data: ${order.join(', ')}`);
    });

  test('that are no plain files, or too large, are never read', async () => {
    const text = (name: string) => `observed x ~ Normal(0, 1)\ndata x from "${name}.csv" columns x\n`;
    files.types.set('/link.csv', vscode.FileType.File | vscode.FileType.SymbolicLink);
    files.types.set('/odd.csv', vscode.FileType.Unknown);
    for (const [name, data, message] of [
      ['link', 'x\n1\n', 'is a link, and here nobody can tell where it leads'],
      ['odd', 'x\n1\n', 'is no regular file but a device or a pipe'],
      ['big', new Uint8Array(100_000_001), 'has 100 MB, and at most 100 MB are read'],
    ] as const) {
      const { document } = await show(name, text(name), data);
      const found = () => vscode.languages.getDiagnostics(document.uri).map(({ message: said }) => said);
      while (found().length === 0) await new Promise<void>((resolve) => setTimeout(resolve, 20));
      ok(found()[0]?.includes(message), `${name}: ${found().join()}`);
      ok(!files.reads.includes(`/${name}.csv`), `${name} was read.`);
    }
  });
});
