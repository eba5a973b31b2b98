import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watch } from '../../../src/engine/service/watch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const ask = vi.fn();
  const silent = vi.fn();
  return { ask, silent, watch: new Watch(ask, silent, { idle: 1000, busy: 3000 }) };
}

describe('the watch over a worker', () => {
  it('asks before it gives up, and gives up once', () => {
    const { ask, silent, watch } = setUp();
    watch.begin(true);
    vi.advanceTimersByTime(999);
    expect(ask).toHaveBeenCalledTimes(4);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(silent).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives a busy worker longer, from its last sign of life on', () => {
    const { silent, watch } = setUp();
    watch.begin(false);
    vi.advanceTimersByTime(2900);
    watch.heard();
    // Asked once more: the watch goes on.
    watch.begin(true);
    vi.advanceTimersByTime(2500);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(700);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  it('does not take the time that the computer has slept for silence', () => {
    const { ask, silent, watch } = setUp();
    watch.begin(true);
    vi.advanceTimersByTime(300);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(300);
    expect(silent).not.toHaveBeenCalled();
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('ends', () => {
    const { ask, silent, watch } = setUp();
    watch.begin(true);
    watch.end();
    vi.advanceTimersByTime(60_000);
    expect(ask).not.toHaveBeenCalled();
    expect(silent).not.toHaveBeenCalled();
  });
});
