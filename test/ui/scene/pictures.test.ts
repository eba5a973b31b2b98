import { describe, expect, it } from 'vitest';
import { Pictures } from '../../../webview/ui/scene/pictures';
import { bumpPrior, counts, threeBumps, twoBlobs } from '../../plots/fixtures';

describe('pictures', () => {
  const size = { width: 400, height: 300 };

  it('are laid out by kind', () => {
    const { observed } = new Pictures();
    expect(observed.layout(threeBumps(), size, 13, false).kind).toBe('curve');
    expect(observed.layout(counts(), size, 13, false).kind).toBe('bars');
    expect(observed.layout(twoBlobs('x', 5), size, 13, false).kind).toBe('plane');
    expect(observed.shelf(bumpPrior(), size, 13)?.kind).toBe('shelf');
    expect(observed.shelf(threeBumps(), size, 13)).toBeNull();
  });

  it('are laid out anew only for another plot or another size', () => {
    const { observed } = new Pictures();
    const curve = threeBumps();
    const first = observed.layout(curve, size, 13, false);
    expect(observed.layout(curve, size, 13, false)).toBe(first);
    expect(observed.layout(curve, { ...size }, 13, false)).not.toBe(first);
    expect(observed.layout(threeBumps(), size, 13, false)).not.toBe(first);
  });

  it('of the two panes do not push each other out', () => {
    const pictures = new Pictures();
    const [a, b] = [threeBumps(), threeBumps()];
    const first = pictures.observed.layout(a, size, 13, false);
    pictures.prior.layout(b, size, 13, true);
    expect(pictures.observed.layout(a, size, 13, false)).toBe(first);
  });

  it('share a ramp while the background stays', () => {
    const pictures = new Pictures();
    expect(pictures.ramp(0, 0, 0)).toBe(pictures.ramp(0, 0, 0));
    expect([...pictures.ramp(255, 255, 255).slice(0, 3)]).toEqual([255, 255, 255]);
  });
});
