// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Plot } from '../../../webview/plots/words/pointing';
import { stage } from '../../../webview/ui/density/stage';
import type { Scene } from '../../../webview/ui/scene/scene';
import { counts, threeBumps, twoBlobs } from '../../plots/fixtures';
import { draw, sceneOf } from '../scenes';

const size = { width: 500, height: 300 };

function staged(name: 'observed' | 'prior', plot: Plot, probe: Scene['probe'] | undefined): HTMLElement {
  const scene = sceneOf();
  const picture = scene.pictures.observed.layout(plot, size, 13, name === 'prior');
  return draw(stage(name, plot, picture, scene, probe));
}

describe('the stage of a plot', () => {
  it('has a picture, and a sheet to point at where pointing is wanted', () => {
    expect(staged('observed', threeBumps(), null).querySelector('.pointer')).not.toBeNull();
    expect(staged('prior', threeBumps(), undefined).querySelector('.pointer')).toBeNull();
  });

  it('marks the place in every kind of plot', () => {
    const probe = { place: { x: 1, y: 0 }, by: 'pointer' } as const;
    for (const plot of [threeBumps(), counts(), twoBlobs('x', 9)]) {
      expect(staged('observed', plot, probe).querySelectorAll('[data-role=crosshair]'), plot.kind).toHaveLength(1);
      expect(staged('observed', plot, null).querySelectorAll('[data-role=crosshair]'), plot.kind).toHaveLength(0);
    }
  });

  it('lays a canvas for the heat where the axes say, and one for the ramp', () => {
    const host = staged('observed', twoBlobs('x', 9), null);
    const [heat, ramp] = [...host.querySelectorAll('canvas')];
    const edge = host.querySelector('rect.edge');
    expect(Math.abs(Number.parseFloat(heat?.style.left ?? '') - Number(edge?.getAttribute('x')))).toBeLessThanOrEqual(
      1,
    );
    expect(Number.parseFloat(heat?.style.width ?? '')).toBeCloseTo(Number(edge?.getAttribute('width')), 0);
    expect(Number.parseFloat(ramp?.style.width ?? '')).toBe(10);
  });

  it('names the axes in the main pane only', () => {
    expect(staged('observed', threeBumps(), null).querySelectorAll('.axis-title')).toHaveLength(2);
    expect(staged('prior', threeBumps(), undefined).querySelectorAll('.axis-title')).toHaveLength(0);
    expect(staged('prior', twoBlobs('z', 5), undefined).querySelectorAll('.axis-title')).toHaveLength(2);
  });
});
