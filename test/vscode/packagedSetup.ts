import { packageExtension } from '../package/vsix';
import { vsix } from './install/cache';

/** Packs the extension once, before files of tests install it side by side. */
export default async function setup(): Promise<void> {
  await packageExtension({ out: vsix });
}
