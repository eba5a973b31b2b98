import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/engine/api/preview';
import type { ModelMessage } from '../../../src/protocol';
import { answer, edit, letGo, receive } from '../../../webview/ui/request/events';
import { initialState, type State } from '../../../webview/ui/state/state';
import { preview } from '../../plots/fixtures';
import { modelMessage } from '../modelMessage';

/** Data and weights are those of the message before. */
const next = (parts: Partial<ModelMessage>): ModelMessage => modelMessage({ data: null, weights: null, ...parts });

const opened = receive(
  initialState(null),
  modelMessage({ numbers: [1, 2], data: new Map(), weights: new Map() }),
).state;
const shown = answer(opened, preview({ generation: 1 })).state;

/** The axes that a picture has, as the engine is told of them. */
function axesOf({ shown: seen }: State): unknown {
  const { observed } = seen!.preview as Preview & { observed: { x: Float64Array } };
  return { label: observed.choice.label, x: { low: observed.x[0], high: observed.x.at(-1) }, y: null };
}

describe('the axes', () => {
  it('keep still while a grip is held, and are let go with it', () => {
    const dragged = edit(shown, 1, [{ slot: 0, value: 1.5 }]);
    expect(dragged.request?.query.standing).toContainEqual(axesOf(shown));
    const released = letGo(dragged.state);
    expect(released.request?.query.standing).toEqual([]);
    expect(released.request?.numbers).toEqual([1.5, 2]);
    // The text has the number by now: nothing is left to ask.
    const written = receive(released.state, next({ version: 2, numbers: [1.5, 2] }));
    expect(written.request).toBeNull();
  });

  it('are not asked for where no gesture goes on: a key press, a text that was typed', () => {
    const pressed = edit(shown, 1, [{ slot: 0, value: 1.5 }], false);
    expect(pressed.request?.query.standing).toEqual([]);
    expect(letGo(pressed.state).request).toBeNull();
    expect(receive(shown, next({ version: 2, numbers: [3, 2] })).request?.query.standing).toEqual([]);
  });

  it('are those of the same model only', () => {
    const dragged = edit(shown, 1, [{ slot: 0, value: 1.5 }]).state;
    const other = receive(dragged, next({ version: 2, numbers: [1, 2], structureKey: 'other' }));
    expect(other.request?.query.standing).toEqual([]);
  });
});
