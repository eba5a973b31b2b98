import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { crc32 } from './crc32';

/** How many colours a palette may hold. */
const size = 256;

interface Colour {
  /** 0xRRGGBB. */
  readonly rgb: number;
  readonly count: number;
}

/**
 * A picture of a window with at most 256 colours, a third of the size of the full one. The most frequent colours, which
 * are the flat ones of the window, are kept exactly; the others go to the nearest mean of a median cut.
 *
 * @param page any page: the browser reads the picture
 * @param png the full picture, opaque
 */
export async function palettePng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await decode(page, png);
  const counts = new Map<number, number>();
  for (const rgb of pixels) counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
  const colours = [...counts].map(([rgb, count]) => ({ rgb, count })).sort((a, b) => b.count - a.count);
  const kept = colours.length <= size ? colours : colours.slice(0, size / 2);
  const palette = [...kept.map(({ rgb }) => rgb), ...medianCut(colours.slice(kept.length), size - kept.length)];
  const nearest = new Map<number, number>();
  for (const { rgb } of colours) nearest.set(rgb, nearestOf(palette, rgb));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = nearest.get(pixels[y * width + x] ?? 0) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits each, by palette
  const table = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function decode(page: Page, png: Buffer): Promise<{ width: number; height: number; pixels: Uint32Array }> {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('The browser gave no canvas.');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let i = 0; i < data.length; i += 0x8000) text += String.fromCharCode(...data.subarray(i, i + 0x8000));
    return { width: image.width, height: image.height, base64: btoa(text) };
  }, png.toString('base64'));
  const data = Buffer.from(base64, 'base64');
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = ((data[4 * i] ?? 0) << 16) | ((data[4 * i + 1] ?? 0) << 8) | (data[4 * i + 2] ?? 0);
  }
  return { width, height, pixels };
}

const channels = (rgb: number): [number, number, number] => [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];

/** Means of `count` boxes of colours, each cut at the median of its widest channel. */
function medianCut(colours: readonly Colour[], count: number): number[] {
  if (colours.length === 0 || count <= 0) return [];
  const boxes: Colour[][] = [[...colours]];
  while (boxes.length < count) {
    const widest = boxes
      .map((box, place) => ({ place, ...spread(box), weight: box.reduce((sum, colour) => sum + colour.count, 0) }))
      .filter(({ range }) => range > 0)
      .sort((a, b) => b.range * Math.sqrt(b.weight) - a.range * Math.sqrt(a.weight))[0];
    if (widest === undefined) break;
    const box = boxes[widest.place] ?? [];
    box.sort((a, b) => (channels(a.rgb)[widest.channel] ?? 0) - (channels(b.rgb)[widest.channel] ?? 0));
    let below = 0;
    let cut = 0;
    while (cut < box.length - 1 && below < widest.weight / 2) below += box[cut++]?.count ?? 0;
    boxes[widest.place] = box.slice(0, Math.max(cut, 1));
    boxes.push(box.slice(Math.max(cut, 1)));
  }
  return boxes.filter((box) => box.length > 0).map(mean);
}

function spread(box: readonly Colour[]): { channel: number; range: number } {
  const ranges = [0, 1, 2].map((channel) => {
    const values = box.map(({ rgb }) => channels(rgb)[channel] ?? 0);
    return (
      values.reduce((high, value) => Math.max(high, value), 0) -
      values.reduce((low, value) => Math.min(low, value), 255)
    );
  });
  const range = Math.max(...ranges);
  return { channel: ranges.indexOf(range), range };
}

function mean(box: readonly Colour[]): number {
  const total = box.reduce((sum, { count }) => sum + count, 0);
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    Math.round(box.reduce((sum, { rgb, count }) => sum + (channels(rgb)[channel] ?? 0) * count, 0) / total),
  );
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
}

function nearestOf(palette: readonly number[], rgb: number): number {
  const [red, green, blue] = channels(rgb);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((other, place) => {
    const [r, g, b] = channels(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) {
      least = distance;
      best = place;
    }
  });
  return best;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}
