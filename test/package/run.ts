/**
 * `npm run package`: packs dist/ into lvm.vsix, and says what package.json lacks for publishing. With `--publish` it publishes the
 * package, as the publisher whose token is in VSCE_PAT, or refuses and says why.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishVSIX } from '@vscode/vsce';
import { root } from '../vscode/install/cache';
import { type Manifest, missingFrom } from './publication';
import { packageExtension } from './vsix';

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
const missing = missingFrom(manifest).map((sentence) => `  - ${sentence}`);
const publishing = process.argv.includes('--publish');
if (missing.length > 0) {
  const what = publishing
    ? 'This cannot be published: package.json is not filled in.'
    : 'The package is for installing by hand. Before it can be published, package.json has to be filled in:';
  console.error([what, ...missing].join('\n'));
}
if (publishing && missing.length > 0) process.exit(1);
const vsix = await packageExtension({ out: join(root, 'lvm.vsix') });
if (publishing) await publishVSIX(vsix);
