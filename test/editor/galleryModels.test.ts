import { readdirSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';
import { galleryEntry } from '../../src/editor/galleryEntry';
import type { galleryModels as GalleryModels } from '../../src/editor/galleryModels';
import { analyse } from '../../src/language/analyse';

/** As the extension's bundle has them: texts inside of a script. */
function bundled(): typeof GalleryModels {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: ['src/editor/galleryModels.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'gallery',
    loader: { '.lvm': 'text' },
    charset: 'utf8',
  });
  return new Script(`${outputFiles[0]!.text}; gallery.galleryModels`).runInThisContext();
}

const models = bundled();
const files = readdirSync('media/gallery').filter((name) => name.endsWith('.lvm'));

describe('galleryModels', () => {
  it('has every model of the folder, as it stands there', () => {
    expect(Object.keys(models).sort()).toEqual(files.sort());
    for (const [name, text] of Object.entries(models)) expect(text).toBe(readFileSync(`media/gallery/${name}`, 'utf8'));
  });

  it('has sixteen ideas, each with a title of its own', () => {
    const titles = Object.values(models).map((text) => galleryEntry(text)?.title);
    expect(titles).not.toContain(undefined);
    expect(new Set(titles).size).toBe(16);
  });

  it('is listed in the README, in its order', () => {
    const rows = readFileSync('README.md', 'utf8')
      .split('## The gallery')[1]!
      .split('\n## ')[0]!
      .matchAll(/^\| ([^|]+) \|/gm);
    const titles = Object.values(models).map((text) => galleryEntry(text)?.title);
    expect(Array.from(rows, ([, title]) => title).filter((title) => !/^(model|---)$/.test(title!))).toEqual(titles);
  });

  it.each(Object.keys(models))('%s has nothing to complain about', (name) => {
    const text = models[name]!;
    const { diagnostics, model } = analyse(text, new Map());
    expect(diagnostics).toEqual([]);
    expect(model?.title).toBe(galleryEntry(text)?.title);
    const roles = model?.structure.variables.map(({ role }) => role) ?? [];
    expect(roles).toContain('observed');
    expect(roles.includes('latent')).toBe(name !== 'autoregressive-baseline.lvm');
  });

  it.each(Object.keys(models))('%s says in one sentence what it teaches, and is short', (name) => {
    const { description } = galleryEntry(models[name]!)!;
    expect(description).toMatch(/^[A-Z].{20,80}\.$/);
    expect(models[name]!.split('\n').length).toBeLessThan(25);
  });
});
