import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { buildAll } from '../../esbuild.js';
import { root } from '../sources';
import { packageExtension } from './vsix';

/** A folder of its own with the product built in it, from which packages are made; nobody else's build is in the way. */
export class Staged {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<Staged> {
    const folder = await mkdtemp(join(tmpdir(), 'lvm-package-'));
    for (const name of ['package.json', '.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'media', 'src']) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    await buildAll(join(folder, 'dist'));
    return new Staged(folder);
  }

  /** The files of the package, by their paths in it. @param changes to package.json */
  async files(changes: Readonly<Record<string, unknown>> = {}): Promise<Map<string, string>> {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
    await writeFile(join(this.folder, 'package.json'), JSON.stringify({ ...manifest, ...changes }));
    const vsix = await packageExtension({ folder: this.folder, out: join(this.folder, 'lvm.vsix') });
    const { files } = await JSZip.loadAsync(await readFile(vsix));
    const texts = Object.values(files).map(async (file) => [file.name, await file.async('text')] as const);
    return new Map(await Promise.all(texts));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
