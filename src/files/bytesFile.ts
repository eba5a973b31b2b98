import type { OpenFile } from './openFile';

/** A file that is in memory already, where a file system gives nothing but whole files: read in slices all the same. */
export function bytesFile(bytes: Uint8Array): OpenFile {
  return {
    size: bytes.length,
    async read(from, most) {
      // A timer, and no promise alone, lets messages in: that somebody types.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      return bytes.subarray(from, from + most);
    },
    async close() {},
  };
}
