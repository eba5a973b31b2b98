import { expect, it } from 'vitest';
import { buffersOf } from '../../webview/engine/transfer';
import { final } from './ask';
import { bumps, requestFor, threeBumps } from './build';

it('finds every array of an answer once', () => {
  const preview = final(requestFor(bumps(threeBumps)));
  const buffers = buffersOf(preview);
  expect(new Set(buffers).size).toBe(buffers.length);
  if (preview.observed.kind !== 'curve') throw new Error('not a curve');
  const { x, density, components, histogram } = preview.observed;
  for (const array of [x, density, histogram!.edges, ...components.items.map((item) => item.density)]) {
    expect(buffers).toContain(array.buffer);
  }
});

it('of a refusal has none', () => {
  expect(buffersOf({ kind: 'refusal', generation: 1, reason: 'x' })).toEqual([]);
});
