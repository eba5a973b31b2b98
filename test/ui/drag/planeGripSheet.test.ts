// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { planeGripSheet } from '../../../webview/ui/drag/planeGripSheet';
import type { Held } from '../../../webview/ui/scene/scene';
import { final } from '../../engine/ask';
import { ask, model } from '../../engine/models';
import { draw, sceneOfText, textOf } from '../scenes';

const blobs = `param mu = [[-2, 1], [3, 0]]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ case z { 1: Normal(mu[z], [0.5, 1]), 2: MultivariateNormal(mu[z], [[1, 0.4], [0.4, 0.5]]) }`;

function sheet(text: string, held: Held | null = null, wanted?: readonly number[]) {
  const { observed } = final(ask(text, { points: 16, samples: 200 }));
  if (observed.kind !== 'plane') throw new Error('Not a plane.');
  const layout = layoutPlane(observed, { width: 600, height: 400 }, { fontSize: 13, compact: false });
  const { scene, asked } = sceneOfText(text, wanted, { held });
  return { page: draw(planeGripSheet(observed, layout, asked, scene)), layout, scene };
}

describe('the grips over a plane', () => {
  it('stand at centres and at the ends of widths and axes, in the colours of their components', () => {
    const { page, layout } = sheet(blobs);
    const grips = [...page.querySelectorAll<HTMLElement>('[data-role=grip]')];
    expect(grips.map((grip) => grip.getAttribute('aria-label'))).toEqual([
      'mean of z = 1',
      'sd of x₁ for z = 1',
      'sd of x₂ for z = 1',
      'mean of z = 2',
      'longer axis of the covariance of z = 2',
      'shorter axis of the covariance of z = 2',
    ]);
    const place = (i: number) => [grips[i]!.style.left, grips[i]!.style.top].map(Number.parseFloat);
    expect(place(0)).toEqual([layout.x.scale(-2), layout.y.scale(1)].map((each) => expect.closeTo(each, 3)));
    expect(place(2)).toEqual([layout.x.scale(-2), layout.y.scale(2)].map((each) => expect.closeTo(each, 3)));
    expect(grips[3]!.classList).toContain('c1');
    expect(grips[0]!.getAttribute('aria-valuetext')).toBe('(−2.000, 1.000)');
  });

  it('go on by keys from the numbers that are wanted by now', () => {
    const [x, , ...others] = model(blobs).numbers;
    const { page, scene } = sheet(blobs, null, [x!, 1.5, ...others]);
    const mean = page.querySelector('[aria-label="mean of z = 1"]');
    mean?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }));
    const changes = new Map(vi.mocked(scene.actions.edit).mock.lastCall?.[0].map(({ slot, value }) => [slot, value]));
    expect(changes.get(1)).toBeGreaterThan(1.5);
    expect(changes.get(1)).toBeLessThan(1.7);
  });

  it('mark all the literals that they move', () => {
    const { page, scene } = sheet(blobs);
    const centre = page.querySelector('[aria-label="mean of z = 2"]')!;
    centre.dispatchEvent(new Event('pointerenter'));
    const { numbers } = model(blobs);
    expect(scene.actions.mark).toHaveBeenCalledWith([numbers.indexOf(3), numbers.indexOf(0)]);
  });

  it('say what cannot be dragged and why', () => {
    const { page } = sheet('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal([2 * k, -k], [1, 1])');
    expect(page.querySelector('[data-role=fixed-grip]')?.getAttribute('aria-label')).toBe(
      'The mean of k = false is an expression: no number in the text sets it alone.',
    );
  });

  it('are left out where they lie outside of the picture', () => {
    expect(textOf(sheet('observed x ~ Normal([0, 0], 1)\nview x in [3, 5]').page)).toBe('');
  });

  it('keep the one that is held, at the edge of the picture', () => {
    const held: Held = { id: '0 centre', invert: (px) => px, offset: 0 };
    const { page, layout } = sheet('observed x ~ Normal([0, 0], 1)\nview x in [3, 5]', held);
    const grips = [...page.querySelectorAll<HTMLElement>('[data-role=grip]')];
    expect(grips.map((grip) => grip.getAttribute('aria-label'))).toEqual(['mean of x']);
    expect(Number.parseFloat(grips[0]!.style.left)).toBe(layout.frame.left);
  });
});
