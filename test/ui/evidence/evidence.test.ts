// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import {
  evidenceChips,
  evidenceMark,
  evidencePlace,
  evidenceText,
  givenAt,
  valueIn,
} from '../../../webview/ui/evidence/evidence';
import { counts, threeBumps, twoBlobs } from '../../plots/fixtures';
import { draw, sceneOf, shownState, textOf } from '../scenes';
import { structureOf } from '../structures';

const size = { width: 600, height: 300 };
const options = { fontSize: 13, compact: false };
const curve = threeBumps(128);
const layout = layoutCurve(curve, size, options);

describe('what is observed by a click', () => {
  it('is the value there, as exact as a pixel is', () => {
    expect(givenAt(curve, layout, { x: 1.23456, y: 0 })).toEqual({ variable: 'x', index: null, values: [1.23] });
  });

  it('is a pair in a plane', () => {
    const plane = twoBlobs('x', 24);
    const { values } = givenAt(plane, layoutPlane(plane, size, options), { x: 0.123, y: -0.456 })!;
    expect(values).toEqual([0.12, -0.46]);
  });

  it('is the bar of a discrete variable', () => {
    const bars = counts();
    expect(givenAt(bars, layoutBars(bars, size, options), { x: 3, y: 0 })?.values).toEqual([3]);
  });

  it('is nothing where one coordinate of a vector is shown', () => {
    const coordinate = { ...curve, choice: { ...curve.choice, coordinate: 2 } };
    expect(givenAt(coordinate, layout, { x: 1, y: 0 })).toBe(null);
  });
});

describe('evidence', () => {
  const given = { variable: 'x', index: null, values: [1.25] };

  it('is written as on the whiteboard', () => {
    const structure = structureOf({ x: ['real', []] });
    expect(evidenceText(given, valueIn(structure, given))).toBe('x = 1.25');
    expect(evidenceText({ variable: 'x', index: 3, values: [0.5, -1] }, valueIn(structure, given))).toBe(
      'x[3] = (0.5, −1)',
    );
  });

  it('is written by the names that the model has, whichever variable is shown', () => {
    const { variables, ...rest } = structureOf({ b: ['boolean', []], n: ['integer', []], y: ['category', []] });
    const labels = ['blue', 'orange'];
    const structure = {
      ...rest,
      variables: variables.map((one) => (one.name === 'y' ? { ...one, type: { ...one.type, count: 2, labels } } : one)),
    };
    const text = (variable: string, value: number) => {
      const given = { variable, index: null, values: [value] };
      return evidenceText(given, valueIn(structure, given));
    };
    expect([text('y', 2), text('b', 0), text('b', 1), text('n', -3)]).toEqual([
      'y = orange',
      'b = false',
      'b = true',
      'n = −3',
    ]);
  });

  it('has its place in the plot of its variable', () => {
    expect(evidencePlace(curve, [given])).toEqual({ x: 1.25, y: 0 });
    expect(evidencePlace(curve, [{ ...given, variable: 'y' }])).toBe(null);
    const mark = draw(evidenceMark(curve, layout, [given])).querySelector<HTMLElement>('.evidence-line')!;
    expect(Number.parseFloat(mark.style.left)).toBeCloseTo(layout.x.scale(1.25), 6);
  });

  it('is marked on its bar', () => {
    const bars = counts();
    const placed = layoutBars(bars, size, options);
    const at = (value: number) =>
      draw(evidenceMark(bars, placed, [{ ...given, variable: bars.choice.variable, values: [value] }]));
    const mark = at(bars.values[2]!).querySelector<HTMLElement>('.evidence-line')!;
    expect(Number.parseFloat(mark.style.left)).toBeCloseTo(placed.frame.left + 2.5 * placed.step, 6);
    expect(at(999).querySelector('.evidence-line')).toBe(null);
  });

  it('has no place outside of the plotted range', () => {
    expect(evidencePlace(curve, [{ ...given, values: [-20] }])).toBe(null);
    const plane = twoBlobs('x', 24);
    expect(evidencePlace(plane, [{ ...given, values: [0, 0] }])).toEqual({ x: 0, y: 0 });
    expect(evidencePlace(plane, [{ ...given, values: [0, 99] }])).toBe(null);
  });

  it('has no mark outside of the plotted range', () => {
    expect(draw(evidenceMark(curve, layout, [{ ...given, values: [99] }])).querySelector('.evidence-line')).toBe(null);
  });

  it('is forgotten one by one, or all at once', () => {
    const { actions } = sceneOf();
    const other = { variable: 'y', index: 2, values: [3] };
    const host = draw(evidenceChips([given, other], ['x = 1.25', 'y[2] = 3'], actions));
    const chips = [...host.querySelectorAll<HTMLElement>('[data-role=evidence]')];
    expect(chips.map(textOf)).toEqual(['x = 1.25 ×', 'y[2] = 3 ×']);
    expect(chips[0]!.getAttribute('aria-label')).toBe('Observed: x = 1.25. Forget it');
    expect(textOf(draw(evidenceChips([], [], actions)))).toBe('');
    chips[1]!.click();
    const change = vi.mocked(actions.take).mock.calls[0]![0];
    expect(change({ ...shownState(), evidence: [given, other] }).state.evidence).toEqual([given]);
    host.querySelector<HTMLElement>('[data-role=forget-all]')!.click();
    expect(actions.forget).toHaveBeenCalledOnce();
    expect(draw(evidenceChips([given], ['x = 1.25'], actions)).querySelector('[data-role=forget-all]')).toBe(null);
  });
});
