import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../src/model/utf8';

describe('decodeUtf8', () => {
  it('reads text and drops a byte order mark', () => {
    expect(decodeUtf8(new TextEncoder().encode('σ, 𝜎'))).toBe('σ, 𝜎');
    expect(decodeUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
    expect(decodeUtf8(new Uint8Array())).toBe('');
  });

  it('is null for bytes that are no UTF-8', () => {
    expect(decodeUtf8(new Uint8Array([0x61, 0xff]))).toBeNull();
    expect(decodeUtf8(new Uint8Array([0xc3]))).toBeNull();
  });
});
