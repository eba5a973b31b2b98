import { describe, expect, it } from 'vitest';
import { exportTarget } from '../../src/preview/exportTarget';
import { exportName } from '../../webview/export/exportName';

describe('the name of an exported file', () => {
  it('says of which model and what it is', () => {
    expect(exportName('three-bumps.lvm', ['z', 'prior'], 'svg')).toBe('three-bumps-z-prior.svg');
    expect(exportName('a.lvm', ['x[3]'], 'csv')).toBe('a-x-3.csv');
    expect(exportName('a.lvm', ['z₁', ''], 'png')).toBe('a-z1.png');
    expect(exportName('', [], 'dot')).toBe('model.dot');
    expect(exportName('—.lvm', [], 'dot')).toBe('model.dot');
  });

  it('keeps letters whole that are written with marks', () => {
    expect(exportName('mode\u0300le.lvm', ['x'], 'svg')).toBe('modèle-x.svg');
    expect(exportName('हिन्दी.lvm', ['x'], 'svg')).toBe('हिन्दी-x.svg');
  });

  it.each([
    ['a name as long as a folder takes', 'a'.repeat(251), ['x']],
    ['one of letters that take several bytes', '模'.repeat(83), ['z', 'prior']],
    ['one that ends in the middle of a pair', `a${'𝛼'.repeat(60)}`, ['x']],
    ['names of variables that are as long', 'a', ['x'.repeat(300), 'y'.repeat(300)]],
  ])('is short enough to be saved: %s', (_, file, parts) => {
    const name = exportName(`${file}.lvm`, parts, 'svg');
    expect(exportTarget(name)?.name).toBe(name);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(name).not.toMatch(/\p{Cs}/u);
    if (parts.join('-').length < 10) expect(name.endsWith(`-${parts.join('-')}.svg`)).toBe(true);
    expect(name.startsWith([...file].slice(0, 20).join(''))).toBe(true);
  });

  it.each(['a b:c?.lvm', '../up.lvm', '.lvm', 'Unbenannt — 1.lvm', 'μ.lvm'])(
    'is one that the host takes: %s',
    (file) => {
      const name = exportName(file, ['x₁, x₂', 'a/b'], 'mmd');
      expect(exportTarget(name)?.name).toBe(name);
    },
  );
});
