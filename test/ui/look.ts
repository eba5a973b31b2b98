import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildPanel, launch, PanelPage, servePanel } from './panelPage';
import type { ThemeName } from './themes';

// Pictures of the built panel with the real engine, to be looked at:
//   node test/run.mjs test/ui/look.ts FILE.lvm:THEME:WIDTHxHEIGHT[:hover|keys|broken|table|play|explore|observe|log|VIEW] …
//   VIEW: a tab of the main pane, such as corner, fan or samples
//   (NO_WASM=1: without the WebAssembly backend)
//   →  .cache/look/

const folder = join(process.cwd(), '.cache', 'look');
mkdirSync(folder, { recursive: true });
const { address, server } = await servePanel(await buildPanel(), process.env.NO_WASM !== '1');
const browser = await launch();
for (const wish of process.argv.slice(2)) {
  try {
    await look(wish);
  } catch (error) {
    console.log(wish, error instanceof Error ? error.message : error);
  }
}
await browser.close();
server.close();

async function look(wish: string): Promise<void> {
  const [file = '', theme = 'dark', size = '1400x800', act = ''] = wish.split(':');
  const [width = 1400, height = 800] = size.split('x').map(Number);
  const text = readFileSync(file, 'utf8');
  const name = basename(file, '.lvm');
  const panel = await PanelPage.open(browser, address, {
    theme: theme as ThemeName,
    width,
    height,
    fileName: basename(file),
    scale: act === 'zoom' ? 2 : 1,
  });
  const { page } = panel;
  const started = performance.now();
  const report = await panel.painted(await panel.edit(text));
  console.log(name, theme, size, `${Math.round(performance.now() - started)} ms`, report.badge, report.refusal ?? '');
  await page.waitForTimeout(200);
  const pointer = page.locator('[data-role=pointer]');
  if (act === 'hover') await pointer.hover();
  if (act === 'keys') {
    await pointer.focus();
    await page.keyboard.press('ArrowRight');
  }
  if (act === 'broken') await panel.edit(text.replace('~', ''));
  if (act === 'play') {
    await page.locator('[data-role=play]').click();
    await page.waitForTimeout(3000);
  }
  if (act === 'explore') await page.locator('[data-role=latent-sheet]').first().hover();
  if (act === 'observe') await pointer.click({ position: { x: 120, y: 120 } });
  if (act === 'log') await page.getByRole('radio').nth(1).click();
  const tab = page.locator(`[role=tab][data-view="${act}"]`);
  if ((await tab.count()) > 0) {
    await tab.click();
    await page.waitForTimeout(1500);
  }
  if (act === 'table') await page.locator('summary').first().click();
  await page.waitForTimeout(200);
  await page.screenshot({
    path: join(folder, `${name}-${theme}-${size}${act && `-${act}`}.png`),
    fullPage: width < 600,
  });
  for (const line of panel.console) console.log('console:', line);
  for (const message of await panel.posted()) if (message.type === 'log') console.log(message.level, message.message);
  await page.close();
}
