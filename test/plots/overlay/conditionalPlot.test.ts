// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { conditionalPlot } from '../../../webview/plots/overlay/conditionalPlot';
import { draw } from '../../ui/scenes';

const place = { size: { width: 300, height: 200 }, frame: { left: 40, right: 290, top: 10, bottom: 180 } };
const words = { name: 'p(x | z = 2) × 0.5', className: 'c1', values: '2', peak: '0.5 0', factor: 0.5 };

describe('the picture of p(x | z)', () => {
  it('is a line with its name, its numbers beside it', () => {
    const host = draw(
      conditionalPlot({ line: 'M50,60L70,20', area: '', name: { left: 120, top: 20 } }, words, place, 13),
    );
    const line = host.querySelector('[data-role=conditional]')!;
    expect(line.getAttribute('d')).toBe('M50,60L70,20');
    expect(line.getAttribute('data-values')).toBe('2');
    expect(line.getAttribute('data-factor')).toBe('0.5');
    expect(host.querySelector('text')?.textContent).toBe('p(x | z = 2) × 0.5');
    expect(host.querySelector('svg')?.getAttribute('class')).toContain('c1');
  });

  it('keeps its name inside of the picture', () => {
    const host = draw(conditionalPlot({ line: 'M50,60', area: '', name: { left: 42, top: 2 } }, words, place, 13));
    const text = host.querySelector('text')!;
    expect(Number(text.getAttribute('x'))).toBeGreaterThan(100);
    expect(Number(text.getAttribute('y'))).toBeGreaterThan(12);
  });

  it('has no name where it is nowhere', () => {
    expect(draw(conditionalPlot({ line: '', area: '', name: null }, words, place, 13)).querySelector('text')).toBe(
      null,
    );
  });
});
