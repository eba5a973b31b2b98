import { describe, expect, it } from 'vitest';
import { galleryEntry } from '../../src/editor/galleryEntry';

describe('galleryEntry', () => {
  it('takes the title and the first line of the comment', () => {
    expect(galleryEntry('// What it teaches.\r\n// More.\r\nmodel "A title"\r\n')).toEqual({
      title: 'A title',
      description: 'What it teaches.',
    });
  });

  it('is null without a title or a comment', () => {
    expect(galleryEntry('// What it teaches.\n')).toBeNull();
    expect(galleryEntry('model "A title"\n')).toBeNull();
    expect(galleryEntry('//\nmodel "A title"\n')).toBeNull();
    expect(galleryEntry('')).toBeNull();
  });
});
