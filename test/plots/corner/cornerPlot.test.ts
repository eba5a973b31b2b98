// @vitest-environment happy-dom
import { render } from 'lit';
import { expect, it } from 'vitest';
import { layoutCorner } from '../../../webview/plots/corner/corner';
import { cornerPlot } from '../../../webview/plots/corner/cornerPlot';
import { normalAndCoin } from '../corners';

it('draws marginals, bars, frames and the titles of the outer edges', () => {
  const host = document.createElement('div');
  render(cornerPlot(layoutCorner(normalAndCoin(), { width: 500, height: 400 }, 13), 13), host);
  expect(host.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(host.querySelectorAll('.corner-frame')).toHaveLength(1);
  const drawn = (selector: string): number =>
    [...host.querySelectorAll(selector)].filter((path) => path.getAttribute('d') !== '').length;
  expect(drawn('.corner-marginal')).toBe(1);
  expect(drawn('.corner-bars')).toBe(1);
  const titles = [...host.querySelectorAll('.axis-title')].map((title) => title.textContent?.trim());
  // Over the diagonal, below the columns and beside the rows.
  expect(titles).toEqual(['a', 'a', 'b', 'b']);
});
