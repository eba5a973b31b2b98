// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { gripSheet } from '../../../webview/ui/drag/gripSheet';
import type { Held } from '../../../webview/ui/scene/scene';
import { model } from '../../engine/models';
import { drawn } from '../../handles/readings';
import { draw, sceneOfText, textOf } from '../scenes';

const bumps = `param mu = [-2, 3]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ Normal(mu[z], 1)`;

function sheet(text: string, held: Held | null = null, page?: HTMLElement, wanted?: readonly number[]) {
  const curve = drawn(text);
  const layout = layoutCurve(curve, { width: 600, height: 300 }, { fontSize: 13, compact: false });
  const { scene, asked } = sceneOfText(text, wanted, { held });
  const template = gripSheet(curve, layout, asked, scene);
  if (page !== undefined) render(template, page);
  return { page: page ?? draw(template), curve, layout, actions: scene.actions };
}

describe('the grips over a curve', () => {
  it('stand on their curves', () => {
    const { page, curve, layout } = sheet(bumps);
    const grips = [...page.querySelectorAll<HTMLElement>('[data-role=grip]')];
    expect(grips.map((grip) => grip.getAttribute('aria-label'))).toEqual([
      'mean of z = 1',
      'sd of z = 1',
      'mean of z = 2',
      'sd of z = 2',
    ]);
    expect(Number.parseFloat(grips[2]!.style.left)).toBeCloseTo(layout.x.scale(3), 6);
    const peak = Math.max(...curve.components.items[1]!.density);
    expect(Number.parseFloat(grips[2]!.style.top)).toBeCloseTo(layout.y.scale(peak), 0);
  });

  it('go on by keys from the numbers that are wanted by now', () => {
    const pressed = (wanted?: readonly number[]) => {
      const { page, actions } = sheet(bumps, null, undefined, wanted);
      const mean = page.querySelector('[aria-label="mean of z = 2"]');
      mean?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
      return vi.mocked(actions.edit).mock.lastCall?.[0][0];
    };
    const first = pressed();
    expect(first?.slot).toBe(1);
    const [low, , ...others] = model(bumps).numbers;
    const second = pressed([low!, first!.value, ...others]);
    expect(second?.slot).toBe(1);
    expect(second!.value - first!.value).toBeCloseTo(first!.value - 3, 6);
  });

  it('carry the colour of their component', () => {
    const { page } = sheet(bumps);
    expect(page.querySelector('[aria-label="mean of z = 2"]')?.classList).toContain('c1');
  });

  it('say why a centre cannot be dragged', () => {
    const { page } = sheet('param m = 2\nlatent z ~ Bernoulli(0.5)\nobserved x | z ~ Normal(m * z, 1)');
    expect([...page.querySelectorAll('[data-role=fixed-grip]')].map((each) => each.getAttribute('aria-label'))).toEqual(
      [
        'The mean of z = false is an expression: no number in the text sets it alone.',
        'The mean of z = true is an expression: no number in the text sets it alone.',
      ],
    );
  });

  it('are left out where they lie outside of the picture', () => {
    const { page } = sheet('observed x ~ Normal(0, 1)\nview x in [2, 5]');
    expect(page.querySelectorAll('[data-role=grip]')).toHaveLength(0);
  });

  it('keep the one that is held at the edge of the picture, and each its own element', () => {
    const mixture = (mean: number) => `param mu = [${mean}, 2]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ Normal(mu[z], 1)
view x in [-5, 5]`;
    const { page } = sheet(mixture(-2));
    const grip = (name: string) => page.querySelector<HTMLElement>(`[aria-label="${name}"]`);
    const [first, second] = [grip('mean of z = 1'), grip('mean of z = 2')];
    const held: Held = { id: first!.dataset.grip!, invert: (px) => px, offset: 0 };
    const { layout } = sheet(mixture(-7.43), held, page);
    expect(grip('mean of z = 1')).toBe(first);
    expect(grip('sd of z = 1')).toBeNull();
    expect(Number.parseFloat(first!.style.left)).toBe(layout.frame.left);
    sheet(mixture(-7.43), null, page);
    expect(grip('mean of z = 1')).toBeNull();
    expect(grip('mean of z = 2')).toBe(second);
  });

  it('are none over a density without literals', () => {
    expect(textOf(sheet('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(z), 0.1)').page)).toBe('');
  });
});
