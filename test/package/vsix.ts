import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from '../vscode/install/cache';
import { type Manifest, repositoryOf } from './publication';
import { withoutFiles } from './readme';

/**
 * Packs the extension, as built in dist/, into what a user installs. Where package.json names a repository, the links of the README
 * lead to it; where it names none, they are left out.
 * @param folder with package.json, .vscodeignore and what these name
 * @returns the path of the .vsix
 */
export async function packageExtension({ out, folder = root }: { out: string; folder?: string }): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const linked = repositoryOf(manifest) !== null;
  const readme = 'dist/README.md';
  if (!linked) {
    await writeFile(join(folder, readme), withoutFiles(await readFile(join(folder, 'README.md'), 'utf8')));
  }
  await mkdir(dirname(out), { recursive: true });
  await createVSIX({
    cwd: folder,
    packagePath: out,
    dependencies: false,
    ...(linked ? {} : { allowMissingRepository: true, readmePath: readme }),
  });
  return out;
}
