import { expect, it } from 'vitest';
import type { ModelMessage } from '../../../src/protocol';
import { answer, receive } from '../../../webview/ui/request/events';
import { looksLike } from '../../../webview/ui/state/looksLike';
import { initialState, type State } from '../../../webview/ui/state/state';
import { preview } from '../../plots/fixtures';
import { modelMessage } from '../modelMessage';

function model(version: number, uri = 'file:///a.lvm'): ModelMessage {
  return modelMessage({
    version,
    uri,
    title: null,
    numbers: [version],
    numberSpans: [{ start: 0, end: 1 }],
    opened: [null],
  });
}

const first = receive(initialState(null), model(1)).state;
const drawn = answer(first, preview({ generation: first.generation })).state;
const edited = receive(drawn, model(2)).state;

it('does not see what the engine is asked until it answers', () => {
  expect(edited.generation).toBeGreaterThan(drawn.generation);
  expect(looksLike(edited, drawn)).toBe(true);
  expect(looksLike(answer(edited, preview({ generation: edited.generation })).state, edited)).toBe(false);
});

it.each<[string, State, State]>([
  ['the first model', initialState(null), first],
  ['another document', drawn, receive(drawn, model(3, 'file:///b.lvm')).state],
  ['a pin', drawn, receive(drawn, { type: 'pinned', pinned: true }).state],
  ['a reason why there is no plot', drawn, receive(drawn, { type: 'gone', reason: 'It was closed.' }).state],
  [
    'the end of a reason',
    receive(drawn, { type: 'gone', reason: 'It was closed.' }).state,
    receive(receive(drawn, { type: 'gone', reason: 'It was closed.' }).state, model(4)).state,
  ],
])('sees %s', (_, before, after) => {
  expect(looksLike(after, before)).toBe(false);
});
