// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { textTable } from '../../../webview/ui/widgets/textTable';
import { draw, sceneOf, textOf } from '../scenes';

const table = {
  head: ['x', 'p(x)'],
  rows: [
    ['1', '0.5'],
    ['2', '0.25'],
  ],
  note: '2 of 9 values',
};

it('is closed at first and makes no rows then', () => {
  const make = vi.fn(() => table);
  const scene = sceneOf();
  const host = draw(textTable('observed', 'Values of x', make, scene));
  expect(make).not.toHaveBeenCalled();
  const details = host.querySelector('details');
  if (details === null) throw new Error('no table');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect(scene.actions.table).toHaveBeenLastCalledWith('observed', true);
});

it('has headings for its columns and rows when open, and says what it leaves out', () => {
  const host = draw(textTable('observed', 'Values of x', () => table, sceneOf({ open: new Set(['observed']) })));
  expect([...host.querySelectorAll('th[scope=col]')].map(textOf)).toEqual(['x', 'p(x)']);
  expect([...host.querySelectorAll('th[scope=row]')].map(textOf)).toEqual(['1', '2']);
  expect([...host.querySelectorAll('td')].map(textOf)).toEqual(['0.5', '0.25']);
  expect(textOf(host.querySelector('caption'))).toBe('2 of 9 values');
  expect(host.querySelector('[role=region]')?.getAttribute('aria-label')).toBe('Values of x');
});
