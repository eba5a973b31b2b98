import { describe, expect, it } from 'vitest';
import { decodeUtf8, Utf8Decoder } from '../../src/model/utf8';

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

describe('a decoder of slices', () => {
  it('gives the same text wherever the bytes are cut', () => {
    const bytes = new TextEncoder().encode('\ufeffσ, 𝜎\n');
    for (let cut = 0; cut <= bytes.length; cut++) {
      const decoder = new Utf8Decoder();
      const parts = [decoder.take(bytes.subarray(0, cut)), decoder.take(bytes.subarray(cut)), decoder.finish()];
      expect(parts.join('')).toBe('σ, 𝜎\n');
    }
  });

  it('is null from where the bytes are no UTF-8, and at an end in the middle of a character', () => {
    expect(new Utf8Decoder().take(Uint8Array.of(0x61, 0xff))).toBeNull();
    const decoder = new Utf8Decoder();
    expect([decoder.take(Uint8Array.of(0x61, 0xc3)), decoder.finish()]).toEqual(['a', null]);
  });
});
