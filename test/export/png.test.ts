import esbuild from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { pngOf } from '../../webview/export/png';
import { chromiumFlags } from '../vscode/browser';
import { findChromium } from '../vscode/install/chromium';

// In a real browser: nothing else draws an SVG as a browser does.

type Draw = typeof pngOf;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const built = await esbuild.build({
    stdin: {
      contents: `import { pngOf } from './webview/export/png'; window.pngOf = pngOf;`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  page = await browser.newPage();
  await page.addScriptTag({ content: built.outputFiles[0]?.text ?? '' });
});

afterAll(() => browser?.close());

/** The size of the image, and its colours at some places. */
async function drawn(svg: string, places: readonly (readonly [number, number])[], scale?: number) {
  return page.evaluate(
    async ([text, at, by]) => {
      const draw = (window as unknown as { pngOf: Draw }).pngOf;
      const blob = await (by === undefined ? draw(document, text) : draw(document, text, by));
      const image = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const colours = at.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data]);
      return { type: blob.type, size: [image.width, image.height], colours };
    },
    [svg, places, scale] as const,
  );
}

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="#ff0000"/>
  <rect x="20" width="10" height="20" fill="#0000ff"/><image width="5" height="5" href="${pixel}"/></svg>`;

describe('a picture as an image', () => {
  it('has two pixels for each of the picture’s, and its colours', async () => {
    const { type, size, colours } = await drawn(svg, [
      [20, 20],
      [50, 20],
    ]);
    expect(type).toBe('image/png');
    expect(size).toEqual([60, 40]);
    expect(colours).toEqual([
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ]);
  });

  it('holds the images that are in it', async () => {
    const { colours } = await drawn(svg, [[4, 4]], 1);
    expect(colours[0]).not.toEqual([255, 0, 0, 255]);
  });

  it('is refused where the picture is none', async () => {
    await expect(drawn('<svg', [])).rejects.toThrow();
  });
});
