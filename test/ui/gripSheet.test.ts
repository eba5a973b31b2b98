// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutCurve } from '../../webview/plots/curve';
import { gripSheet } from '../../webview/ui/gripSheet';
import { model } from '../engine/models';
import { drawn } from '../handles/readings';
import { askedOf, draw, sceneOf, textOf } from './scenes';

const bumps = `param mu = [-2, 3]
latent z ~ Categorical([0.4, 0.6])
observed x | z ~ Normal(mu[z], 1)`;

function sheet(text: string) {
  const curve = drawn(text);
  const layout = layoutCurve(curve, { width: 600, height: 300 }, { fontSize: 13, compact: false });
  const scene = sceneOf();
  const { structure, numbers } = model(text);
  const asked = askedOf(scene.state);
  const page = draw(
    gripSheet(curve, layout, { ...asked, model: { ...asked.model, structure, numbers: [...numbers] } }, scene),
  );
  return { page, curve, layout };
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

  it('are none over a density without literals', () => {
    expect(textOf(sheet('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(z), 0.1)').page)).toBe('');
  });
});
