import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plotCases } from './cases';
import { markupOf } from './markup';

const folder = join(__dirname, 'golden');
/** `UPDATE_GOLDEN=1 npx vitest run test/plots` writes the pictures anew; look at them before you commit them. */
const update = process.env.UPDATE_GOLDEN === '1';

/** Compares every case whose name starts so with its golden picture. Needs a document. */
export function comparePictures(start: string): void {
  const cases = plotCases.filter(({ name }) => name.startsWith(start));
  it.each(cases)('$name: $title', ({ name, draw }) => {
    const file = join(folder, `${name}.golden.svg`);
    const markup = markupOf(draw());
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, markup);
    }
    expect(existsSync(file), `${file} is missing`).toBe(true);
    expect(markup).toBe(readFileSync(file, 'utf8'));
    expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });
}
