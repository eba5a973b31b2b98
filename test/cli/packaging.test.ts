import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assets, bundles } from '../../esbuild.js';
import manifest from '../../package.json';

describe('the bundles', () => {
  const packed = readFileSync('.vscodeignore', 'utf8').split('\n');

  it('make the program that package.json names', () => {
    expect(manifest.bin).toEqual({ lvm: './dist/cli.js' });
    expect(Object.keys(bundles)).toContain('cli');
  });

  it('are packed into the extension, the command line apart', () => {
    const files = packed.filter((line) => /^!dist\/.*\.(js|css)$/.test(line));
    const others = Object.entries(bundles).filter(([name]) => name !== 'cli');
    expect(files.sort()).toEqual(
      others.map(([name, { entry }]) => `!dist/${name}.${entry.endsWith('.css') ? 'css' : 'js'}`).sort(),
    );
    expect(packed[0]).toBe('**');
  });

  it('are packed with what they load', () => {
    expect(packed).toContain('!dist/*.wasm');
    expect(assets.map(({ to }) => basename(to)).filter((name) => !name.endsWith('.wasm'))).toEqual([]);
  });
});
