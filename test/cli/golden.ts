import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, 'golden');
/** `UPDATE_GOLDEN=1 npx vitest run test/cli` writes the texts anew; read them before you commit them. */
export const update = process.env.UPDATE_GOLDEN === '1';

/** Compares a text with the one that is kept under this name. */
export function golden(name: string, text: string): void {
  const path = join(folder, name);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
