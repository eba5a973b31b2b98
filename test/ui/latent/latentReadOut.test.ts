// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ConditionalPicture } from '../../../src/engine/api/aside';
import type { NoPosterior, Preview } from '../../../src/engine/api/preview';
import type { Place, Plot } from '../../../webview/plots/words/pointing';
import { conditionalOf } from '../../../webview/ui/density/conditionalSheet';
import { latentReadOut } from '../../../webview/ui/latent/latentReadOut';
import { answer, observe } from '../../../webview/ui/request/events';
import { explore } from '../../../webview/ui/request/explored';
import {
  bumpPrior,
  drawsMethod,
  infiniteMixture,
  normal,
  normalPrior,
  preview,
  sumMethod,
  threeBumps,
} from '../../plots/fixtures';
import { draw, sceneOf, shownState, textOf } from '../scenes';

function said(prior: Plot, at: number | null, parts: Partial<Preview>, probe: Place | null = null): HTMLElement {
  const before = shownState({ prior, ...parts });
  const { state } = at === null ? { state: before } : explore(before, prior.choice, { x: at, y: 0 }, true);
  const shown = preview({ prior, ...parts, generation: state.generation });
  const after = at === null ? state : answer(state, shown).state;
  const scene = sceneOf({ state: after, probe: probe === null ? null : { place: probe, by: 'pointer' } });
  const { asked } = after.shown!;
  return draw(latentReadOut(shown, prior, conditionalOf(shown, asked, after), asked, scene));
}

const conditional = (
  values: number[],
  density: Float64Array,
  parts: Partial<ConditionalPicture> = {},
): ConditionalPicture => ({
  kind: 'conditional',
  latent: { variable: 'z', index: null },
  values,
  density,
  standardError: null,
  below: null,
  method: sumMethod,
  ...parts,
});

const curve = threeBumps(401);
const orange = conditional(
  [2],
  curve.x.map((x) => normal(x, 0.5, 1)),
);

describe('what is said of a place in the latent space', () => {
  it('is how to get there, where nobody is', () => {
    expect(textOf(said(bumpPrior(), null, {}))).toContain('to see p(x | z); click to stay');
  });

  it('is what a component contributes, in all and where the reader points', () => {
    const host = said(bumpPrior(), 2, { observed: curve, asides: [orange] }, { x: 0.5, y: 0 });
    const text = textOf(host);
    expect(text).toContain('z = orange p(z) = 0.500');
    expect(text).toContain('it contributes 50 % of the mass of p(x)');
    expect(text).toMatch(/At x = 0\.5\d* it is 1\.00 of p\(x\)/);
    host.querySelector<HTMLElement>('[data-role=leave-latent]')!.click();
  });

  it('is the part of it where x was observed, within the picture', () => {
    const before = shownState({ prior: bumpPrior(), observed: curve });
    const share = (value: number): string => {
      const { state } = observe(before, { variable: 'x', index: null, values: [value] });
      const explored = explore(state, bumpPrior().choice, { x: 2, y: 0 }, true).state;
      const parts = { prior: bumpPrior(), observed: curve, asides: [orange], generation: explored.generation };
      const after = answer(explored, preview(parts)).state;
      const { asked } = after.shown!;
      const shown = preview(parts);
      const scene = sceneOf({ state: after });
      return textOf(draw(latentReadOut(shown, bumpPrior(), conditionalOf(shown, asked, after), asked, scene)));
    };
    expect(share(0.5)).toMatch(/At x = 0\.5\d* it is 1\.00 of p\(x\)/);
    expect(share(-20)).not.toContain('At x');
  });

  it('is how p(x | z) is drawn and known, for one of a continuum', () => {
    const observed = infiniteMixture();
    const density = observed.x.map((x) => normal(x, 1, 0.8));
    const aside = conditional([0.56], density, { method: drawsMethod });
    const text = textOf(said(normalPrior(), 0.56, { observed, asides: [aside] }));
    expect(text).toContain('highest at x = 1.0');
    expect(text).toContain('drawn × 0.30, as the thin lines of other values are');
    expect(text).toContain('Known by 4,096 draws');
  });

  it('is that p(x | z) lies elsewhere, or why there is none', () => {
    const nowhere = conditional([2], new Float64Array(curve.x.length));
    expect(textOf(said(bumpPrior(), 2, { observed: curve, asides: [nowhere] }))).toContain(
      'lies outside of the picture',
    );
    const none: NoPosterior = { kind: 'none', reason: 'The given values are impossible together.' };
    expect(textOf(said(bumpPrior(), 2, { observed: curve, asides: [none] }))).toContain('impossible together');
  });
});
