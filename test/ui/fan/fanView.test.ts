// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { FanPicture } from '../../../src/engine/api/aside';
import { fanView } from '../../../webview/ui/fan/fanView';
import type { Scene } from '../../../webview/ui/scene/scene';
import { risingFan, weatherFan } from '../../plots/fans';
import { preview } from '../../plots/fixtures';
import { fanScene } from '../fanScenes';
import { askedOf, draw, sceneOf, textOf } from '../scenes';

function shown(scene: Scene): HTMLElement {
  const { preview: answered, asked } = scene.state.shown!;
  return draw(fanView.content(answered, asked, scene));
}

const figureOf = (element: HTMLElement) => element.querySelector('figure[data-role=fan]');

describe('the view over time', () => {
  it('is there for models with chains only', () => {
    expect(fanView.applies(askedOf(fanScene(risingFan()).state))).toBe(true);
    expect(fanView.applies(askedOf(sceneOf().state))).toBe(false);
  });

  it('draws the chosen chain, and says how it is known', () => {
    const element = shown(fanScene(risingFan()));
    const figure = figureOf(element)!;
    expect(figure.getAttribute('data-median')).toBe('0 1 2 3 4');
    expect(figure.getAttribute('aria-label')).toMatch(/^Quantiles of the elements of z, over 5 indices\./);
    expect(textOf(element.querySelector('[data-role=fan-method]'))).toBe('exact · Gaussian');
    expect(textOf(element.querySelector('.legend'))).toBe('median middle 50 % middle 90 % 2 samples');
    expect(textOf(element.querySelector('[data-role=fan-read-out] .values'))).toContain('median 4.00');
  });

  it('has the chain at its head, and what it is given', () => {
    const head = (evidence: Parameters<typeof fanScene>[2]) => {
      const scene = fanScene(risingFan(), {}, evidence);
      return textOf(draw(fanView.heading?.(askedOf(scene.state), scene)));
    };
    expect(head([])).toBe('Observedp(zt)');
    expect(head([{ variable: 'weather', index: 2, values: [1] }])).toBe('Observedp(zt | weather2)');
    expect(head([1, 2, 3].map((index) => ({ variable: 'z', index, values: [1] })))).toBe('Observedp(zt | 3 values)');
  });

  it('says of how many of a long chain', () => {
    expect(textOf(shown(fanScene(risingFan(5, { total: 500 }))).querySelector('[data-role=fan-method]'))).toContain(
      '5 of 500 elements, evenly spaced',
    );
  });

  it('stacks categories in the colours of their names', () => {
    const element = shown(fanScene(weatherFan()));
    expect(figureOf(element)?.getAttribute('data-kind')).toBe('shares');
    expect([...element.querySelectorAll('.legend li')].map(textOf)).toEqual(['sunny', 'rainy']);
    expect(element.querySelectorAll('[data-role=fan-read-out] .ink.c0')).toHaveLength(1);
  });

  it('says what is given, by the names of categories, and counts what is too much to say', () => {
    const seen = (index: number) => ({ variable: 'weather', index, values: [1] });
    const element = shown(fanScene(weatherFan(), {}, [seen(2)]));
    expect(figureOf(element)?.getAttribute('data-given')).toBe('weather[2] = sunny');
    expect(element.querySelectorAll('[data-role=fan-seen]')).toHaveLength(1);
    const many = fanScene(risingFan(), {}, [1, 2, 3, 4, 5].map(seen));
    const chip = shown(many).querySelector<HTMLElement>('[data-role=forget-all]')!;
    expect(textOf(chip)).toBe('5 values observed ×');
    chip.click();
    expect(many.actions.forget).toHaveBeenCalled();
  });

  it('waits in words, keeps the last fan while the next is on its way, and gives the engine’s reason', () => {
    expect(textOf(shown(fanScene(null)).querySelector('[data-role=fan-none]'))).toMatch(/^Working out/);
    const before = fanScene(risingFan());
    shown(before);
    const { asked } = before.state.shown!;
    const between = draw(fanView.content(preview({ asides: [null], final: false }), asked, before));
    expect(figureOf(between)?.getAttribute('data-final')).toBe('false');
    const none = draw(fanView.content(preview({ asides: [{ kind: 'none', reason: 'No.' }] }), asked, before));
    expect(textOf(none.querySelector('[data-role=fan-none]'))).toBe('No.');
    expect(figureOf(none)).toBe(null);
  });

  it('takes another chain', () => {
    const scene = fanScene(risingFan());
    const chooser = shown(scene).querySelector<HTMLElement & { value: string }>('[data-role=fan-chooser]')!;
    chooser.value = 'weather[t]';
    chooser.dispatchEvent(new Event('change'));
    const [change] = vi.mocked(scene.actions.take).mock.calls[0]!;
    expect(change(scene.state).state.fan).toBe('weather[t]');
  });

  it('has a table', () => {
    const fan: FanPicture = risingFan();
    const element = shown(fanScene(fan, { open: new Set(['fan']) }));
    expect(element.querySelectorAll('[data-role=fan-table] tbody tr')).toHaveLength(5);
  });
});
