/** The web's own decoder, which Node and every browser have; this code is compiled with the types of neither. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder;
};

/** @returns the text, without a byte order mark, or null where the bytes are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const decoder = new Utf8Decoder();
  const text = decoder.take(bytes);
  const rest = text === null ? null : decoder.finish();
  return text === null || rest === null ? null : text + rest;
}

/** Decodes bytes slice after slice; a character may be cut in two between them. */
export class Utf8Decoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** @returns the text so far, without a byte order mark at its beginning, or null where the bytes are no UTF-8 */
  take(bytes: Uint8Array): string | null {
    return this.#try(() => this.#decoder.decode(bytes, { stream: true }));
  }

  /** The bytes have ended. @returns what was left, or null where they end in the middle of a character */
  finish(): string | null {
    return this.#try(() => this.#decoder.decode());
  }

  #try(decode: () => string): string | null {
    try {
      return decode();
    } catch {
      return null;
    }
  }
}
