import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { panelStyles } from '../ui/panelStyles';
import { themeNames, themeRules } from '../ui/themes';

// Writes a page with every case of the plots for each kind of theme, to be looked at:
//   node test/run.mjs test/plots/gallery.ts     →  .cache/gallery/{dark,light,high-contrast,high-contrast-light}.html

const folder = join(process.cwd(), '.cache', 'gallery');
mkdirSync(folder, { recursive: true });
const built = await esbuild.build({
  entryPoints: [join(process.cwd(), 'test/plots/galleryPage.ts')],
  bundle: true,
  format: 'iife',
  minify: true,
  write: false,
});
const script = built.outputFiles[0]?.text ?? '';
const styles = panelStyles();
const own = `.gallery{display:flex;flex-wrap:wrap;gap:24px;padding:24px} figcaption{color:var(--quiet)}`;
for (const name of themeNames) {
  const { rules, classes } = themeRules(name);
  const file = join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plots, ${name}</title>
<style>${rules}${styles}${own}</style><body class="${classes}"><script>${script}</script></body></html>`,
  );
  console.log(file);
}
