// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { latentOver, latentSheet, pictureArea, shelfArea } from '../../../webview/ui/latent/latentSheet';
import type { Step } from '../../../webview/ui/request/step';
import type { Explored, State } from '../../../webview/ui/state/state';
import { bumpPrior, normalPrior, thousandCategories, twoBlobs } from '../../plots/fixtures';
import { draw, sceneOf, shownState } from '../scenes';

const size = { width: 300, height: 180 };
const options = { fontSize: 13, compact: true };
const prior = normalPrior();
const bars = bumpPrior();

/** A scene whose actions change what it says. */
function exploring(explored: Explored | null = null, view: State['view'] = 'density') {
  const scene = sceneOf({ state: { ...shownState(), explored, view } });
  let after: State = scene.state;
  vi.mocked(scene.actions.take).mockImplementation((change: (state: State) => Step) => {
    after = change(after).state;
  });
  return { scene, values: () => after.explored?.values, held: () => after.explored?.held };
}

const at = (x: number, held = true): Explored => ({ variable: 'z', index: null, values: [x], held });
const shelf = shelfArea(bars, layoutShelf(bars, size, options));
const curve = pictureArea(prior, layoutCurve(prior, size, options));

function pointer(type: string, init: PointerEventInit & { offsetX?: number; offsetY?: number }): PointerEvent {
  const event = new PointerEvent(type, { bubbles: true, ...init });
  Object.defineProperties(event, { offsetX: { value: init.offsetX ?? 0 }, offsetY: { value: init.offsetY ?? 0 } });
  return event;
}

describe('the area of a latent picture', () => {
  it('gives the state of a row, and never one that is not there', () => {
    expect(shelf.upright).toBe(true);
    const step = shelf.height / 3;
    expect([0.5, 1.5, 2.5].map((row) => shelf.placeAt(20, row * step).x)).toEqual([1, 2, 3]);
    expect([shelf.placeAt(20, -5).x, shelf.placeAt(20, 999).x]).toEqual([1, 3]);
  });

  it('goes across many thin bars', () => {
    const many = thousandCategories();
    const area = shelfArea(many, layoutShelf(many, size, options));
    expect(area.upright).toBe(false);
    expect(area.placeAt(area.width / 2, 10).x).toBe(501);
  });

  it('gives the place on a curve, and the pair in a plane', () => {
    expect(curve.placeAt(curve.width / 2, 3).x).toBeCloseTo(0, 1);
    const plane = twoBlobs('z', 24);
    const area = pictureArea(plane, layoutPlane(plane, size, options));
    const { x, y } = area.placeAt(area.width, 0);
    expect(x).toBeCloseTo(3.1, 0);
    expect(y).toBeCloseTo(2.6, 0);
  });
});

describe('the sheet', () => {
  it('goes where the pointer is, and stays after a press', () => {
    const { scene, values, held } = exploring();
    const sheet = draw(latentSheet(prior, curve, scene)).querySelector<HTMLElement>('[data-role=latent-sheet]')!;
    sheet.dispatchEvent(pointer('pointermove', { offsetX: curve.width / 2 }));
    expect(values()![0]).toBeCloseTo(0, 1);
    expect(held()).toBe(false);
    sheet.setPointerCapture = vi.fn();
    sheet.dispatchEvent(pointer('pointerdown', { offsetX: curve.width * 0.75, button: 0, buttons: 1 }));
    expect(values()![0]).toBeCloseTo(2, 1);
    expect(held()).toBe(true);
  });

  it('does not follow a pointer that only passes a place that is held, but follows a drag', () => {
    const { scene, values } = exploring(at(1));
    const sheet = draw(latentSheet(prior, curve, scene)).querySelector<HTMLElement>('[data-role=latent-sheet]')!;
    sheet.dispatchEvent(pointer('pointermove', { offsetX: 0 }));
    expect(values()).toEqual([1]);
    sheet.dispatchEvent(pointer('pointermove', { offsetX: curve.width / 2, buttons: 1 }));
    expect(values()![0]).toBeCloseTo(0, 1);
  });

  it.each([
    ['ArrowRight', false, 1.08],
    ['ArrowUp', false, 1.08],
    ['ArrowLeft', true, 0.2],
    ['Home', false, -4],
    ['End', false, 4],
  ])('moves along a curve with %s', (key, shiftKey, expected) => {
    const { scene, values } = exploring(at(1));
    const sheet = draw(latentSheet(prior, curve, scene)).querySelector<HTMLElement>('[data-role=latent-sheet]')!;
    sheet.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
    expect(values()![0]).toBeCloseTo(expected, 1);
  });

  it('steps down a list of states, says which it is at, and is left with Escape', () => {
    const { scene, values } = exploring(at(1));
    const sheet = draw(latentSheet(bars, shelf, scene)).querySelector<HTMLElement>('[data-role=latent-sheet]')!;
    expect(sheet.getAttribute('aria-valuetext')).toBe('z = blue');
    expect(sheet.getAttribute('aria-orientation')).toBe('vertical');
    sheet.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(values()).toEqual([2]);
    sheet.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(values()).toBe(undefined);
  });
});

describe('what lies over a latent picture', () => {
  const over = (explored: Explored | null, view: State['view'] = 'density') => {
    const made = exploring(explored, view);
    const host = draw(latentOver(prior, curve, 'mark', 'grips', made.scene));
    return { ...made, host, box: host.querySelector('.latent-over') };
  };

  it('is left with the pointer, unless the place is held', () => {
    const pointed = over(at(1, false));
    pointed.box!.dispatchEvent(pointer('pointerleave', {}));
    expect(pointed.values()).toBe(undefined);
    const held = over(at(1));
    held.box!.dispatchEvent(pointer('pointerleave', {}));
    expect(held.values()).toEqual([1]);
  });

  it('is there only where the main pane shows what comes of it', () => {
    const { host, box } = over(null, 'samples');
    expect(box).toBe(null);
    expect(host.textContent).toContain('grips');
  });
});
