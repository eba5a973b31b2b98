// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { parametersPane } from '../../../webview/ui/drag/parametersPane';
import type { Scene } from '../../../webview/ui/scene/scene';
import type { State } from '../../../webview/ui/state/state';
import { watchTyping } from '../../../webview/ui/widgets/typing';
import { final } from '../../engine/ask';
import { ask, model } from '../../engine/models';
import { askedOf, draw, sceneOf, shownState, textOf } from '../scenes';

const text = `param weight: simplex = [0.4, 0.6]
param mu = [-2, 3]
latent z ~ Categorical(weight)
observed x | z ~ Normal(mu[z], 1)`;

function pane(
  source = text,
  selection: State['selection'] = null,
  own: Partial<State> = {},
  held: Scene['held'] = null,
) {
  const scene = sceneOf({ state: { ...shownState(), selection, ...own }, held });
  const { structure, numbers, numberSpans, statementSpans, structureKey } = model(source);
  const asked = askedOf(scene.state);
  const parts = {
    structure,
    structureKey,
    numbers: [...numbers],
    numberSpans: [...numberSpans],
    opened: [...numbers],
    statementSpans: new Map(Array.from(statementSpans, ([name, spans]) => [name, [...spans]])),
  };
  const preview = final(ask(source, { points: 33, samples: 50 }));
  const whole = { ...asked, model: { ...asked.model, ...parts } };
  const page = draw(parametersPane(preview, whole, scene));
  const input = (name: string) => page.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)!;
  return { page, input, actions: scene.actions, scene, preview, asked: whole };
}

/** The name of every row, and the colour of its swatch. */
function swatches(page: HTMLElement): string[] {
  return [...page.querySelectorAll('.parameter')].map((row) => {
    const name = row.querySelector('input')?.getAttribute('aria-label') ?? '';
    const swatch = row.querySelector('.swatch');
    return swatch === null ? name : `${name} ${swatch.className.replace('swatch ', '')}`;
  });
}

function pendingOf(before: ReadonlyMap<number, number>): NonNullable<State['pending']> {
  return { uri: '', structureKey: '', gesture: 1, values: new Map(), before, trail: [], held: true };
}

function set(element: HTMLInputElement, value: string, event: string): void {
  element.value = value;
  element.dispatchEvent(new Event(event, { bubbles: true }));
}

describe('the parameters', () => {
  it('are grouped by statement, a slider and a number each', () => {
    const { page, input } = pane();
    expect([...page.querySelectorAll('legend')].map(textOf)).toEqual(['weight simplex', 'mu', 'x']);
    expect(input('mu 2').type).toBe('range');
    expect(input('mu 2').value).toBe('3');
    expect(input('mu 2, as a number').value).toBe('3');
    expect([input('weight 1').min, input('weight 1').max]).toEqual(['0', '1']);
  });

  it('carry the colours of the components they belong to', () => {
    const { page } = pane();
    const row = page.querySelector('input[aria-label="mu 2"]')?.closest('.parameter');
    expect(row?.querySelector('.swatch')?.classList).toContain('c1');
  });

  it('have the name and the colour of the component that picks them from a vector', () => {
    const { page } = pane(`param mu = [-2, 3]
latent z ~ Categorical(blue: 0.5, red: 0.5)
observed x | z ~ Normal(mu[z], 1)`);
    expect(swatches(page)).toEqual(['mu blue c0', 'mu red c1', 'z blue c0', 'z red c1', 'x sd']);
  });

  it('in the rows of a table have the names of their rows, in the colours of these', () => {
    const wet = pane(`latent rain ~ Bernoulli(0.2)
observed wet | rain ~ Bernoulli(case rain { true: 0.99, false: 0.1 })`);
    expect(swatches(wet.page).slice(1)).toEqual(['wet true → p c1', 'wet false → p c0']);
    const rate = pane(`latent k ~ Categorical(blue: 0.5, red: 0.5)
observed y | k ~ case k { red: Exponential(3), blue: Exponential(1) }`);
    expect(swatches(rate.page).slice(2)).toEqual(['y red → rate c1', 'y blue → rate c0']);
  });

  it('have no component where they are the parameters of another variable', () => {
    const { page } = pane(`latent s ~ Gamma(2, 1)
latent k ~ Categorical(blue: 0.5, red: 0.5)
observed x | k ~ Normal(case k { blue: -2, red: 2 }, 1)`);
    expect(swatches(page).slice(0, 2)).toEqual(['s shape', 's rate']);
  });

  it('are moved by the slider, all of a slide being one gesture', () => {
    const { input, actions } = pane();
    set(input('mu 2'), '3.52', 'input');
    expect(actions.grab).toHaveBeenCalledOnce();
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 3, value: 3.5 }]);
    set(input('mu 2'), '3.52', 'change');
    expect(actions.letGo).toHaveBeenCalledWith(false);
  });

  it('of a simplex keep their sum', () => {
    const { input, actions } = pane();
    set(input('weight 1'), '0.5', 'input');
    expect(actions.edit).toHaveBeenLastCalledWith([
      { slot: 0, value: 0.5 },
      { slot: 1, value: 0.5 },
    ]);
  });

  it('of a simplex come back from the end of a slide as they were, and keep the digits that were typed', () => {
    const three = text.replace('[0.4, 0.6]', '[0.3, 0.5, 0.2]').replace('[-2, 3]', '[-2, 3, 5]');
    const id = 'slider 0';
    const before = new Map([0.3, 0.5, 0.2].map((value, slot) => [slot, value]));
    const held = { id, invert: (px: number) => px, offset: 0 };
    const { input, actions } = pane(
      three.replace('[0.3, 0.5, 0.2]', '[1, 0, 0]'),
      null,
      {
        pending: { ...pendingOf(before), values: new Map([[0, 1]]) },
      },
      held,
    );
    set(input('weight 1'), '0.3', 'input');
    const back = [0.3, 0.5, 0.2].map((value, slot) => ({ slot, value }));
    expect(actions.edit).toHaveBeenLastCalledWith(back);
    const typed = pane(three);
    set(typed.input('weight 1, as a number'), '0.12345', 'change');
    const changes = vi.mocked(typed.actions.edit).mock.lastCall?.[0] ?? [];
    expect(changes[0]).toEqual({ slot: 0, value: 0.12345 });
    expect(changes.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('go on from where they were put last, though the plots are still to be computed', () => {
    const { structureKey, numbers } = model(text);
    const shown = shownState();
    const newest = { ...shown.model!, structureKey, numbers: numbers.with(3, 4) };
    const { input } = pane(text, null, { model: newest });
    expect(input('mu 2').value).toBe('4');
    const pending = { ...pendingOf(new Map([[3, 4]])), uri: newest.uri, structureKey, values: new Map([[3, 4.5]]) };
    expect(pane(text, null, { model: newest, pending }).input('mu 2').value).toBe('4.5');
  });

  it('take a typed number as it is, within the domain', () => {
    const { input, actions } = pane();
    set(input('mu 1, as a number'), '-2.12345', 'change');
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 2, value: -2.12345 }]);
  });

  it('leave a half typed number as it is, whatever is drawn anew, until it is given up', () => {
    watchTyping(document);
    const { page, input, scene, preview, asked } = pane();
    const again = (numbers: number[]) =>
      render(parametersPane(preview, { ...asked, model: { ...asked.model, numbers } }, scene), page);
    const numbers = [...asked.model.numbers];
    const [box, other] = [input('mu 1, as a number'), input('mu 2, as a number')];
    set(box, '7', 'input');
    again(numbers.with(2, -3).with(3, 4));
    expect([box.value, other.value]).toEqual(['7', '4']);
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(scene.actions.take).toHaveBeenCalledOnce();
    again(numbers.with(2, -3));
    expect(box.value).toBe('-3');
  });

  it('say why a typed text cannot be their number, and keep what they have', () => {
    const { input, actions, scene } = pane();
    set(input('x sd, as a number'), '-1', 'change');
    set(input('mu 1, as a number'), '', 'change');
    expect(actions.edit).not.toHaveBeenCalled();
    const said = vi.mocked(actions.take).mock.calls.map(([change]) => change(scene.state).state.refusedNumber);
    expect(said).toEqual([
      { slot: 4, reason: 'x sd must be above 0: 1 is kept.' },
      { slot: 2, reason: 'That is not a number: -2 is kept.' },
    ]);
    const shown = pane(text, null, { refusedNumber: said[0] ?? null });
    const alert = shown.page.querySelector('[role=alert]');
    expect(textOf(alert)).toBe('x sd must be above 0: 1 is kept.');
    expect(alert?.closest('.parameter')?.querySelector('input')?.getAttribute('aria-label')).toBe('x sd');
  });

  it('that count move from whole number to whole number', () => {
    const { input, actions } = pane('observed x ~ Binomial(10, 0.4)');
    expect([input('x n').min, input('x n').step]).toEqual(['0', '1']);
    set(input('x n'), '12.4', 'input');
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 0, value: 12 }]);
  });

  it('that are the ends of a range stay apart', () => {
    const { input, actions } = pane('observed x ~ Uniform(0, 1)');
    set(input('x low'), '1', 'input');
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 0, value: 0.99 }]);
  });

  it('that are small move in small steps, and stop one of them above 0', () => {
    const { input, actions } = pane('param s: positive = 0.002\nobserved x ~ Normal(0, s)');
    set(input('s'), '0.0024', 'input');
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 0, value: 0.0024 }]);
    set(input('s'), input('s').min, 'input');
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 0, value: 0.00001 }]);
  });

  it('that are ordered take every typed number that keeps the order', () => {
    const { input, actions, scene } = pane('param c: ordered = [0, 1]\nobserved x ~ Normal(c[1], 1 + c[2])');
    set(input('c 1, as a number'), '0.995', 'change');
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 0, value: 0.995 }]);
    set(input('c 1, as a number'), '1', 'change');
    const [change] = vi.mocked(actions.take).mock.calls[0] ?? [];
    expect(change?.(scene.state).state.refusedNumber?.reason).toBe('c 1 must be below 1, the next number: 0 is kept.');
  });

  it('of three or more probabilities have locks: the rest gives and takes', () => {
    const three = `latent z ~ Categorical(a: 0.3, b: 0.5, c: 0.2)
observed x | z ~ Normal(case z { a: -1, b: 0, c: 1 }, 1)`;
    const free = pane(three);
    const locks = [...free.page.querySelectorAll<HTMLElement>('[data-role=lock]')];
    expect(locks.map((lock) => lock.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false']);
    expect(locks[1]?.title).toBe('Keep z b as it is while the others move');
    locks[1]?.click();
    const [change] = vi.mocked(free.actions.take).mock.calls[0] ?? [];
    const model = free.asked.model;
    const state = change?.({ ...free.scene.state, model }).state;
    const kept = pane(three, null, { locks: state?.locks ?? null });
    set(kept.input('z a'), '0.4', 'input');
    expect(kept.actions.edit).toHaveBeenLastCalledWith([
      { slot: 0, value: 0.4 },
      { slot: 2, value: 0.1 },
    ]);
    expect(kept.input('z b').disabled).toBe(true);
  });

  it('are selected in the text when they get the keyboard, which stays in the panel', () => {
    const { input, actions } = pane();
    input('mu 2').dispatchEvent(new Event('focus'));
    const start = text.indexOf('3]');
    expect(actions.post).toHaveBeenCalledWith({
      type: 'reveal',
      uri: 'file:///a.lvm',
      span: { start, end: start + 1 },
      preserveFocus: true,
    });
  });

  it('are marked where the caret is in their number', () => {
    const { structureKey } = model(text);
    const { page } = pane(text, { structureKey, slots: [3], statement: 'mu' });
    const marked = [...page.querySelectorAll('[aria-current=true]')];
    expect(marked.map((row) => row.querySelector('input')?.getAttribute('aria-label'))).toEqual(['mu 2']);
  });

  it('go back, group by group, to what the file had when it was opened, and tell what that is', () => {
    const { asked, scene } = pane();
    const preview = final(ask(text, { points: 33, samples: 50 }));
    const drawn = (opened: (number | null)[]) =>
      draw(parametersPane(preview, { ...asked, model: { ...asked.model, opened } }, scene));
    expect(drawn(asked.model.opened).querySelectorAll('.reset').length).toBe(0);
    const page = drawn([0.4, 0.6, -1, null, 2]);
    expect([...page.querySelectorAll('.reset')].map((one) => textOf(one.closest('legend')))).toEqual([
      'mu reset',
      'x reset',
    ]);
    page.querySelector<HTMLElement>('.reset')?.click();
    expect(scene.actions.edit).toHaveBeenLastCalledWith([{ slot: 2, value: -1 }]);
    const titles = ['mu 1', 'mu 2'].map((name) =>
      page.querySelector<HTMLElement>(`[aria-label="${name}, as a number"]`),
    );
    expect(titles.map((box) => box?.title)).toEqual([
      '-1 when the file was opened',
      'Not in the file when it was opened',
    ]);
  });

  it('lead to the text', () => {
    const { page, actions } = pane();
    page.querySelectorAll<HTMLElement>('.parameter-name')[3]?.click();
    expect(actions.reveal).toHaveBeenCalledWith('file:///a.lvm', {
      start: text.indexOf('3]'),
      end: text.indexOf('3]') + 1,
    });
  });

  it('are none in a model without literals', () => {
    expect(
      textOf(
        pane('network f(z) = z -> dense(1)\nlatent z ~ DiscreteUniform(1, 3)\nobserved x | z ~ Normal(f(z), exp(f(z)))')
          .page,
      ),
    ).toMatch(/^Parameters/);
  });
});
