/** The web's own decoder, which Node and every browser have; this code is compiled with the types of neither. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}

const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder;
};

/** @returns the text, without a byte order mark, or null where the bytes are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
