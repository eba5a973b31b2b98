// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { densityView } from '../../../webview/ui/density/densityView';
import { counts, preview, twoBlobs } from '../../plots/fixtures';
import { askedOf, draw, sceneOf, textOf } from '../scenes';

describe('the view of the density', () => {
  const scene = sceneOf();
  const asked = askedOf(scene.state);

  it('applies to every model', () => {
    expect(densityView.applies(asked)).toBe(true);
  });

  it('keeps the place of the shares only where there can be any', () => {
    expect(draw(densityView.content(preview(), asked, scene)).querySelector('.shares')).not.toBeNull();
    const plane = densityView.content(preview({ observed: twoBlobs('x', 5) }), asked, sceneOf());
    expect(draw(plane).querySelector('.shares')).toBeNull();
  });

  it('reads off the highest place while nobody points', () => {
    const content = draw(densityView.content(preview(), asked, scene));
    expect(textOf(content.querySelector('[data-role=read-out] .peak'))).toBe('highest at');
    const pointed = sceneOf({ probe: { place: { x: 0, y: 0 }, by: 'keyboard' } });
    const moved = draw(densityView.content(preview(), askedOf(pointed.state), pointed));
    expect(moved.querySelector('[data-role=read-out] .peak')).toBeNull();
    expect(textOf(moved.querySelector('[data-role=read-out]'))).toContain('x = 0');
  });

  it('reads off where the variable was observed, unless that lies outside of the picture', () => {
    const read = (value: number): string => {
      const evidence = [{ variable: 'x', index: null, values: [value] }];
      const seen = { ...asked, query: { ...asked.query, evidence } };
      return textOf(draw(densityView.content(preview(), seen, scene)).querySelector('[data-role=read-out] .values'));
    };
    expect(read(0)).toMatch(/^x = 0/);
    expect(read(-20)).toMatch(/^highest at x = /);
  });

  it('says of values and of areas what they hold', () => {
    const mass = (observed: ReturnType<typeof counts> | ReturnType<typeof twoBlobs>): string =>
      textOf(draw(densityView.content(preview({ observed }), asked, sceneOf())).querySelector('[data-role=mass]'));
    expect(mass(counts())).toContain('the values shown hold more than 99.9 % of the mass');
    expect(mass(twoBlobs('x', 5))).toContain('the area shown holds 99.1 % of the mass');
    expect(mass({ ...counts(), massInside: Number.NaN })).toBe('');
  });
});
