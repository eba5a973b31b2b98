import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './install/cache';
import { findChromium } from './install/chromium';

/** Says at once, not in every test, where there is no browser to drive; throws away the pictures of earlier failures. */
export default async function setup(): Promise<void> {
  findChromium();
  await rm(join(cache, 'failures'), { recursive: true, force: true });
}
