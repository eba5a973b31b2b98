import { expect, it } from 'vitest';
import { bundles } from '../../esbuild.js';
import manifest from '../../package.json';

it('the bundles make the program that package.json names', () => {
  expect(manifest.bin).toEqual({ lvm: './dist/cli.js' });
  expect(Object.keys(bundles)).toContain('cli');
});
