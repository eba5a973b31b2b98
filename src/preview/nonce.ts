/** The web's own source of randomness, which Node and every browser have; this code is compiled with the types of neither. */
const { crypto } = globalThis as unknown as { crypto: { getRandomValues(bytes: Uint8Array): Uint8Array } };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 32 characters that nobody can guess (192 bits), all of which a content security policy takes. */
export function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => letters[byte & 63]).join('');
}
