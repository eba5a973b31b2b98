import { describe, expect, it } from 'vitest';
import { makeNonce } from '../../src/preview/nonce';

describe('makeNonce', () => {
  it('is new every time and fit for a policy', () => {
    const nonces = new Set(Array.from({ length: 100 }, makeNonce));
    expect(nonces.size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });
});
