/**
 * `npm run screenshots`: pictures of the real VS Code with a model and its preview side by side, in light and dark for
 * the README (media/screenshots), in high contrast for whoever looks (.cache/screenshots).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, root } from './install/cache';
import { vscodeForTheWeb } from './install/vscodeWeb';
import { palettePng } from './palettePng';
import { serveWeb } from './servers';
import { themes, Workbench } from './workbench';
import { galleryWorkspace } from './workspace';

const models = ['three-bumps', 'infinite-mixture'] as const;
const looks = [
  { name: 'light', theme: themes.light, folder: join(root, 'media', 'screenshots') },
  { name: 'dark', theme: themes.dark, folder: join(root, 'media', 'screenshots') },
  { name: 'high-contrast', theme: themes.highContrast, folder: join(cache, 'screenshots') },
] as const;

const limit = setTimeout(() => {
  console.error('Stopped after 5 minutes.');
  process.exit(1);
}, 5 * 60_000);
const workspace = await galleryWorkspace({ 'editor.minimap.enabled': false });
const server = await serveWeb(await vscodeForTheWeb(), workspace.path);
const workbench = await Workbench.open(server, { size: { width: 1440, height: 1000 } });
try {
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  for (const { name: look, theme, folder } of looks) {
    await mkdir(folder, { recursive: true });
    for (const model of models) {
      await workbench.closeEditors();
      await workbench.command('View: Toggle Primary Side Bar Visibility');
      await workbench.openFile(`${model}.lvm`);
      await workbench.command('View: Toggle Primary Side Bar Visibility');
      await workbench.setTheme(theme);
      await workbench.command('LVM: Open Preview to the Side');
      await workbench.preview.plot(undefined, `the plot of ${model}`);
      await workbench.focusEditor(`${model}.lvm`);
      await workbench.command('Notifications: Clear All Notifications');
      // What the pointer was last over shows its title.
      await workbench.page.mouse.move(300, 900);
      // The cursor blinks, and colours fade from theme to theme.
      await workbench.page.waitForTimeout(800);
      const path = join(folder, `${model}-${look}.png`);
      const picture = await palettePng(workbench.page, await workbench.page.screenshot({ caret: 'hide' }));
      await writeFile(path, picture);
      console.log(`${path} ${(picture.length / 1000).toFixed(0)} kB`);
    }
  }
} finally {
  clearTimeout(limit);
  await workbench.close();
  await server.close();
  await workspace.remove();
}
process.exit(0);
