// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readAt } from '../../../webview/plots/words/pointing';
import { readOutBar } from '../../../webview/ui/density/readOutBar';
import { mixture, threeBumps } from '../../plots/fixtures';
import { draw, textOf } from '../scenes';

const place = { x: 1.55, y: 0 };
const readOut = readAt(threeBumps(512), place);

describe('the read-out', () => {
  it('speaks for the keyboard only', () => {
    const live = (by: 'keyboard' | 'pointer'): string | null =>
      draw(readOutBar(readOut, { place, by }, true))
        .querySelector('[aria-live]')
        ?.getAttribute('aria-live') ?? null;
    expect(live('keyboard')).toBe('polite');
    expect(live('pointer')).toBe('off');
  });

  it('says that it stands at the peak while nobody points, and is silent', () => {
    const host = draw(readOutBar(readOut, null, true));
    expect(textOf(host.querySelector('.values'))).toMatch(/^highest at x = 1\.5\d p\(x\) = 0\.128$/);
    expect(textOf(host.querySelector('[aria-live]'))).toBe('');
  });

  it('lays the shares end to end', () => {
    const host = draw(readOutBar(readOut, null, true));
    const rects = [...host.querySelectorAll('[data-role=share]')];
    let end = 0;
    for (const rect of rects) {
      expect(Number(rect.getAttribute('x'))).toBeCloseTo(end, 3);
      end += Number(rect.getAttribute('width'));
    }
    expect(end).toBeCloseTo(1, 3);
    expect([...host.querySelectorAll('.top > span')].map(textOf)).toEqual(['orange 0.89', 'green 0.11']);
  });

  it('keeps the place of shares where the density is zero', () => {
    const far = readAt(mixture([{ label: 'a', weight: 1, mean: 0, sd: 1 }], 900, 901), { x: 900, y: 0 });
    const host = draw(readOutBar(far, null, true));
    expect(host.querySelector('.shares')).not.toBeNull();
    expect(host.querySelector('.stack-bar')).toBeNull();
    expect(draw(readOutBar(far, null, false)).querySelector('.shares')).toBeNull();
  });
});
