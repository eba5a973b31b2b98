import { packageExtension } from '../package/vsix';
import { vsix } from './install/cache';
import { codeServer } from './install/codeServer';

/** Installs code-server and packs the extension once, before files of tests need both side by side. */
export default async function setup(): Promise<void> {
  await codeServer();
  await packageExtension({ out: vsix });
}
