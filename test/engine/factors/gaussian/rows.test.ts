import { describe, expect, it } from 'vitest';
import { identityRows, RowBuilder } from '../../../../src/engine/factors/gaussian/rows';

describe('sparse rows', () => {
  const identity = identityRows(5, 3);

  it('begin as the identity', () => {
    expect(identity).toEqual({
      start: Int32Array.of(0, 1, 2, 3),
      column: Int32Array.of(5, 6, 7),
      value: Float64Array.of(1, 1, 1),
    });
  });

  it('are combined entry by entry, each column once', () => {
    const builder = new RowBuilder();
    builder.add(identity, 0, 2);
    builder.add(identity, 1, -1);
    builder.add(identity, 0, 0.5);
    builder.add(null, 0, 9);
    builder.close();
    builder.close();
    builder.add(identity, 2);
    builder.close();
    const first = builder.finish()!;
    expect(first).toEqual({
      start: Int32Array.of(0, 2, 2, 3),
      column: Int32Array.of(5, 6, 7),
      value: Float64Array.of(2.5, -1, 1),
    });
    const again = new RowBuilder();
    again.add(first, 0, 2);
    again.add(first, 2, 3);
    again.add(first, 0, 1);
    again.close();
    expect(again.finish()).toEqual({
      start: Int32Array.of(0, 3),
      column: Int32Array.of(5, 6, 7),
      value: Float64Array.of(7.5, -3, 3),
    });
  });

  it('are none where nothing was added', () => {
    const builder = new RowBuilder();
    builder.add(identity, 0, 0);
    builder.close();
    expect(builder.finish()).toBeNull();
  });
});
