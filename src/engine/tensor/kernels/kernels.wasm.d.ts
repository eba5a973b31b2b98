/** The compiled kernels, put in place of the import by the bundler. */
declare function bytes(): Uint8Array<ArrayBuffer>;
export default bytes;
