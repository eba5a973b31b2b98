import { describe, expect, it } from 'vitest';
import { exportTarget } from '../../src/preview/exportTarget';
import { exportName } from '../../webview/export/exportName';

describe('the name of an exported file', () => {
  it('says of which model and what it is', () => {
    expect(exportName('three-bumps.lvm', ['z', 'prior'], 'svg')).toBe('three-bumps-z-prior.svg');
    expect(exportName('a.lvm', ['x[3]'], 'csv')).toBe('a-x-3.csv');
    expect(exportName('a.lvm', ['z₁', ''], 'png')).toBe('a-z1.png');
    expect(exportName('', [], 'dot')).toBe('model.dot');
  });

  it.each(['a b:c?.lvm', '../up.lvm', '.lvm', 'Unbenannt — 1.lvm', 'μ.lvm'])(
    'is one that the host takes: %s',
    (file) => {
      const name = exportName(file, ['x₁, x₂', 'a/b'], 'mmd');
      expect(exportTarget(name)?.name).toBe(name);
    },
  );
});
