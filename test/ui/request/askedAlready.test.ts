// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { askedAlready, sameModel } from '../../../webview/ui/request/askedAlready';
import { answer, edit, fail, letGo, receive } from '../../../webview/ui/request/events';
import { ask } from '../../../webview/ui/request/step';
import type { Asked, State } from '../../../webview/ui/state/state';
import { preview } from '../../plots/fixtures';
import { shownState } from '../scenes';

/** A plot of a model with two numbers. */
function numbered(): State {
  const state = shownState();
  const asked = ask({ ...state, model: { ...state.model!, structureKey: 'two numbers', numbers: [1, 2] } }).state;
  return answer(asked, preview({ generation: asked.generation })).state;
}

const shown = numbered();
const { model, query } = (shown.shown as NonNullable<State['shown']>).asked;
const newer = {
  ...model,
  version: model.version + 1,
  numbers: [...model.numbers],
  statementSpans: new Map([['z', [{ start: 90, end: 95 }]]]),
};

describe('what is asked already', () => {
  it('is what is shown, of a newer text', () => {
    const again = askedAlready(shown, { model: newer, query });
    expect(again?.generation).toBe(shown.generation);
    expect(again?.shown?.preview).toBe(shown.shown?.preview);
    expect(again?.shown?.asked.model).toEqual(newer);
    expect(again?.shown?.asked.model.numbers).toBe(model.numbers);
  });

  it('is what has not been answered yet', () => {
    const { state } = ask({ ...shown, seed: 5 });
    const open = state.asked.at(-1) as Asked;
    const again = askedAlready(state, { model: newer, query: open.query });
    expect(again?.asked.at(-1)).toEqual({ ...open, model: newer });
    expect(again?.shown?.asked.model).toBe(model);
  });

  it.each<[string, Partial<Asked>]>([
    ['other numbers', { model: { ...newer, numbers: [1, 3] } }],
    ['another structure', { model: { ...newer, structureKey: 'other' } }],
    ['another file', { model: { ...newer, uri: 'file:///other.lvm' } }],
    ['other data', { model: { ...newer, data: new Map() } }],
    ['other weights', { model: { ...newer, weights: new Map() } }],
    ['another seed', { query: { ...query, seed: query.seed + 1 } }],
    ['a zoom', { query: { ...query, zoom: { x: { low: 0, high: 1 }, y: null } } }],
  ])('is not %s', (_, change) => {
    expect(askedAlready(shown, { model: newer, query, ...change })).toBeNull();
  });

  it('is not what an older request asked', () => {
    const { state } = ask({ ...shown, seed: 5 });
    expect(askedAlready(state, { model, query })).toBeNull();
  });

  it('is not a picture that was never finished', () => {
    const asked = ask({ ...shown, seed: 5 }).state;
    const { generation } = asked;
    const begun = answer(asked, preview({ generation, final: false })).state;
    expect(ask(begun).request).toBeNull();
    const failed = answer(begun, { kind: 'refusal', generation, reason: 'It stopped.' }).state;
    expect(ask(failed).request?.generation).toBe(generation + 1);
  });

  it('is tried again where the panel has failed', () => {
    expect(askedAlready(fail(shown, 'It broke.').state, { model, query })).toBeNull();
  });
});

it('numbers that were dragged are not computed again once the text has them', () => {
  const dragged = edit(shown, 1, [{ slot: 0, value: 0.25 }]);
  // The axes that stood for the hand are free again.
  const released = letGo(dragged.state);
  const { generation, numbers } = released.request ?? { generation: 0, numbers: [] };
  const answered = answer(released.state, preview({ generation })).state;
  const written = receive(answered, { ...model, version: model.version + 1, numbers: [...numbers] });
  expect(written.request).toBeNull();
  expect(written.state.shown?.asked.model.version).toBe(model.version + 1);
  expect(written.state.pending).toBeNull();
});

it('models are the same to their last number, NaN too', () => {
  const one = { structureKey: 's', weights: new Map(), numbers: [1, Number.NaN] };
  expect(sameModel(one, { ...one, numbers: [1, Number.NaN] })).toBe(true);
  expect(sameModel(one, { ...one, numbers: [1, 2] })).toBe(false);
  expect(sameModel(one, { ...one, numbers: [1] })).toBe(false);
});
