import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../esbuild.js';
import manifest from '../../package.json';
import { root } from '../sources';
import { isRelative, link } from './readme';
import { Staged } from './staged';

let staged: Staged;
beforeAll(async () => {
  staged = await Staged.build();
}, 120_000);
afterAll(() => staged.remove());

const linksOf = (text: string) => [...text.matchAll(link)].map(([, , , target]) => target!);

describe('the package', { timeout: 60_000 }, () => {
  it('holds what the extension runs, what VS Code reads and shows of it, and the licences, and nothing else', async () => {
    const shipped = Object.entries(bundles).filter(([name]) => name !== 'cli');
    const { languages, grammars, snippets } = manifest.contributes;
    const named = [
      ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
      ...grammars.map(({ path }) => path),
      ...snippets.map(({ path }) => path),
      manifest.icon,
    ];
    const expected = [
      ...shipped.map(([name, { entry }]) => `dist/${name}.${entry.endsWith('.css') ? 'css' : 'js'}`),
      'dist/tfjs-backend-wasm-simd.wasm',
      'dist/tfjs-backend-wasm.wasm',
      'dist/THIRD-PARTY-LICENSES.txt',
      ...readdirSync('media/docs').map((name) => `media/docs/${name}`),
      ...named.map((path) => path.replace(/^\.\//, '')),
      'LICENSE.txt',
      'changelog.md',
      'package.json',
      'readme.md',
    ];
    const files = [...(await staged.files()).keys()];
    expect(files.sort()).toEqual(
      ['[Content_Types].xml', 'extension.vsixmanifest', ...expected.map((path) => `extension/${path}`)].sort(),
    );
  });

  it('without a repository has a README that leads to nothing that is not there', async () => {
    const readme = (await staged.files()).get('extension/readme.md')!;
    expect(linksOf(readme).filter(isRelative)).toEqual([]);
    expect(readme).toContain('The language reference has the whole of it');
    expect(readme).not.toContain('media/screenshots');
  });

  it('with a repository has a README whose pictures and links lead to files of it', async () => {
    const publisher = 'somebody';
    const files = await staged.files({ publisher, repository: 'https://github.com/somebody/something' });
    const links = linksOf(files.get('extension/readme.md')!);
    expect(links.filter(isRelative)).toEqual([]);
    const own = links.flatMap((target) => {
      const found = /^https:\/\/github\.com\/somebody\/something\/(blob|raw)\/HEAD\/([^#]+)/.exec(target);
      return found === null ? [] : [found[2]!];
    });
    expect(own).toContain('media/screenshots/three-bumps-light.png');
    expect(own).toContain('media/docs/language.md');
    const tracked = new Set(execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n'));
    expect(own.filter((path) => !tracked.has(path))).toEqual([]);
    const about = files.get('extension.vsixmanifest')!;
    expect(about).toContain('Publisher="somebody"');
    expect(about).toMatch(/Links\.Support" Value="https:\/\/github\.com\/somebody\/something\/issues"/);
    expect(about).toMatch(/Links\.Learn" Value="https:\/\/github\.com\/somebody\/something#readme"/);
  });
});
