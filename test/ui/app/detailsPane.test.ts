// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { detailsPane } from '../../../webview/ui/app/detailsPane';
import { drawsMethod, preview } from '../../plots/fixtures';
import { askedOf, draw, shownState, textOf } from '../scenes';

function figures(host: HTMLElement): string[] {
  return [...host.querySelectorAll('dl > div')].map(
    (row) => `${textOf(row.querySelector('dt'))}: ${textOf(row.querySelector('dd'))}`,
  );
}

it('says how an exact sum was computed', () => {
  const host = draw(detailsPane(preview(), askedOf(shownState())));
  expect(textOf(host.querySelector('[data-role=method-sentence]'))).toContain('the sum over the 3 states of z');
  expect(figures(host)).toEqual(['States summed: 3', 'Backend: wasm', 'Time: 0.08 ms', 'Samples: 2,000, seed 0']);
});

it('says how many draws there were and how well the result is known', () => {
  const host = draw(detailsPane(preview({ method: drawsMethod, reused: true }), askedOf(shownState())));
  expect(figures(host)).toEqual([
    'Dimensions: 5',
    'Draws: 4,096',
    'Error: ± 0.80 % of the peak',
    'Backend: wasm',
    'Time: 0.08 ms, compiled functions used again',
    'Samples: 2,000, seed 0',
  ]);
});

it('has no nodes for an integral in closed form', () => {
  const method = { ...drawsMethod, name: 'gaussian', exact: true, nodes: 1, relativeError: 0 } as const;
  const [first, second] = figures(draw(detailsPane(preview({ method }), askedOf(shownState()))));
  expect([first, second]).toEqual(['Dimensions: 5', 'Backend: wasm']);
});

it('lists notices first, and no empty list', () => {
  const host = draw(detailsPane(preview({ notices: ['One.', 'Two.'] }), askedOf(shownState())));
  expect([...host.querySelectorAll('[data-role=notices] li')].map(textOf)).toEqual(['One.', 'Two.']);
  expect(draw(detailsPane(preview(), askedOf(shownState()))).querySelector('ul')).toBeNull();
});
