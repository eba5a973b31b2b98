import { describe, expect, it } from 'vitest';
import { exportTarget } from '../../src/preview/exportTarget';

describe('what a panel asks to be saved', () => {
  it('is taken under its own name, with its kind in words', () => {
    expect(exportTarget('a-x.svg')).toEqual({ name: 'a-x.svg', ending: 'svg', kind: 'Scalable Vector Graphics' });
  });

  it.each([
    '../a.svg',
    'b/a.svg',
    'b\\a.svg',
    'C:a.svg',
    '.svg',
    '.a.svg',
    'a.exe',
    'a.js',
    'svg',
    'a.toString',
    'a\n.svg',
    `${'a'.repeat(300)}.svg`,
  ])('is refused where it would choose a folder or be of another kind: %j', (name) => {
    expect(exportTarget(name)).toBeNull();
  });
});
