// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { shelfGrips } from '../../../webview/ui/drag/shelfGrips';
import { final } from '../../engine/ask';
import { ask } from '../../engine/models';
import { draw, sceneOfText } from '../scenes';

function shelf(text: string, wanted?: readonly number[]) {
  const prior = final(ask(text, { points: 33, samples: 50 })).prior;
  if (prior?.kind !== 'bars') throw new Error('The prior is not drawn as bars.');
  const layout = layoutShelf(prior, { width: 300, height: 120 }, { fontSize: 13, compact: true });
  const { scene, asked } = sceneOfText(text, wanted);
  const page = draw(shelfGrips(prior, layout, asked, scene));
  return { page, grips: [...page.querySelectorAll<HTMLElement>('[data-role=grip]')], layout, actions: scene.actions };
}

const press = (element: HTMLElement, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('the grips of a discrete prior', () => {
  it('stand at the ends of the bars', () => {
    const { grips, layout } = shelf('latent z ~ Categorical(a: 0.2, b: 0.8)\nobserved x | z ~ Normal(0, 1)');
    expect(grips.map((grip) => grip.getAttribute('aria-label'))).toEqual([
      'probability of z = a',
      'probability of z = b',
    ]);
    expect(grips.map((grip) => Number.parseFloat(grip.style.left))).toEqual(
      layout.rows.map(({ left, width }) => left + width),
    );
  });

  it('keep the sum at 1', () => {
    const { grips, actions } = shelf('latent z ~ Categorical(a: 0.2, b: 0.8)\nobserved x | z ~ Normal(0, 1)');
    press(grips[0]!, 'ArrowRight');
    expect(actions.edit).toHaveBeenCalledWith([
      { slot: 0, value: 0.201 },
      { slot: 1, value: 0.799 },
    ]);
  });

  it('go on by keys from the numbers that are wanted by now', () => {
    const { grips, actions } = shelf(
      'latent z ~ Categorical(a: 0.2, b: 0.8)\nobserved x | z ~ Normal(0, 1)',
      [0.25, 0.75],
    );
    press(grips[0]!, 'ArrowRight');
    expect(actions.edit).toHaveBeenCalledWith([
      { slot: 0, value: 0.251 },
      { slot: 1, value: 0.749 },
    ]);
  });

  it('move the one number of a Bernoulli', () => {
    const { grips, actions } = shelf('latent z ~ Bernoulli(0.3)\nobserved x | z ~ Normal(0, 1)');
    press(grips[0]!, 'ArrowRight');
    expect(actions.edit).toHaveBeenCalledWith([{ slot: 0, value: 0.299 }]);
  });

  it('have the others at what they were when a bar is dragged out and back', () => {
    const { grips, layout, actions } = shelf(
      'latent z ~ Categorical(a: 0.3, b: 0.5, c: 0.2)\nobserved x | z ~ Normal(0, 1)',
    );
    grips[0]!.setPointerCapture = () => {};
    grips[0]!.dispatchEvent(
      Object.assign(new Event('pointerdown', { bubbles: true }), { clientX: 0, clientY: 0, button: 0, pointerId: 1 }),
    );
    const { steady } = vi.mocked(actions.grab).mock.lastCall![0];
    const to = (at: number) => steady!.changes(layout.x.scale.invert(layout.x.scale(at)), 0).map(({ value }) => value);
    expect(to(1.02)).toEqual([1, 0, 0]);
    expect(to(0.3)).toEqual([0.3, 0.5, 0.2]);
  });

  it('are none where the probabilities are no literals, which says why', () => {
    const { grips, page, layout } = shelf('latent z ~ Bernoulli(0.5 * 0.5)\nobserved x | z ~ Normal(0, 1)');
    expect(grips).toEqual([]);
    const locks = [...page.querySelectorAll<HTMLElement>('[data-role=fixed-grip]')];
    const reason = 'The p of z is an expression: no number in the text sets it alone.';
    expect(locks.map((lock) => lock.getAttribute('aria-label'))).toEqual([reason, reason]);
    expect(locks.map((lock) => Number.parseFloat(lock.style.left))).toEqual(
      layout.rows.map(({ left, width }) => left + width),
    );
  });
});
