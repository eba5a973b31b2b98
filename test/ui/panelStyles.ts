import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The panel's style sheet as it is bundled: every part, in order. */
export function panelStyles(): string {
  const media = join(__dirname, '../../media');
  const index = readFileSync(join(media, 'panel.css'), 'utf8');
  return [...index.matchAll(/@import "(.+)";/g)]
    .map(([, path = '']) => readFileSync(join(media, path), 'utf8'))
    .join('\n');
}
