import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRelative, link, withoutFiles } from './readme';

/** The place that a heading is, as links name it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

describe.each(['README.md', 'CHANGELOG.md', ...readdirSync('media/docs').map((name) => `media/docs/${name}`)])(
  '%s',
  (path) => {
    it('links to files and headings that are there', () => {
      const text = readFileSync(path, 'utf8');
      const broken = [...text.matchAll(link)].flatMap(([, , , target]) => {
        if (!isRelative(target!) && !target!.startsWith('#')) return [];
        const [file, place] = target!.split('#') as [string, string?];
        const named = file === '' ? path : join(dirname(path), file);
        if (!existsSync(named)) return [target];
        const headings = [...readFileSync(named, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
          anchor(heading!),
        );
        return place === undefined || headings.includes(place) ? [] : [target];
      });
      expect(broken).toEqual([]);
    });
  },
);

it('a text without files loses paragraphs about pictures, and of links to files all but the title', () => {
  const text = [
    '# Title',
    '![A picture](a.png)',
    'See [this\npicture](b.png) or [that](c.md).',
    'See [the\nguide](media/guide.md#part), [a page](https://example.org) and [a part](#title).',
  ].join('\n\n');
  expect(withoutFiles(text)).toBe(
    ['# Title', 'See the\nguide, [a page](https://example.org) and [a part](#title).'].join('\n\n'),
  );
});
