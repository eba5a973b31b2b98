import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { cache, root } from './install/cache';

/** Packs the extension, as built in dist/, into what a user installs. @returns the path of the .vsix */
export async function packageExtension(): Promise<string> {
  const path = join(cache, 'packaged', 'lvm.vsix');
  await mkdir(join(cache, 'packaged'), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath: path,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return path;
}
