import { describe, expect, it } from 'vitest';
import { Latency } from '../../src/preview/latency';

describe('Latency', () => {
  it('counts from the change to the first paint of its version', () => {
    const latency = new Latency();
    latency.sent(1, 1000);
    expect(latency.painted(1, 1012.5)).toBe(12.5);
    expect(latency.painted(1, 1050)).toBeNull();
  });

  it('forgets changes that a later one has overtaken', () => {
    const latency = new Latency();
    latency.sent(1, 1000);
    latency.sent(2, 1010);
    expect(latency.painted(2, 1020)).toBe(10);
    expect(latency.painted(1, 1030)).toBeNull();
  });

  it('keeps changes that are still to be painted, until it is reset', () => {
    const latency = new Latency();
    latency.sent(1, 1000);
    latency.sent(2, 1010);
    expect(latency.painted(1, 1020)).toBe(20);
    latency.reset();
    expect(latency.painted(2, 1030)).toBeNull();
  });
});
