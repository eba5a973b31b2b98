import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FloatReader, halfFloat, headerLength, readHeader, shapeInWords } from '../../src/model/safetensors';
import { f32, fileOf, safetensorsFile } from './safetensorsFile';

const header = (file: Uint8Array) => file.subarray(8, 8 + headerLength(file));
/** What is read of the header of a whole file. */
const read = (file: Uint8Array) => readHeader(header(file), file.length - 8 - headerLength(file));

/** The numbers of a tensor, its bytes handed over in slices. */
function floats(dtype: string, bytes: Uint8Array, slice = bytes.length): Float32Array | null {
  const reader = FloatReader.of({ dtype, shape: [], begin: 0, end: bytes.length });
  for (let at = 0; at < bytes.length; at += slice) reader?.take(bytes.subarray(at, at + slice));
  return reader?.values ?? null;
}

const u16 = (bits: number[]) => new Uint8Array(new Uint16Array(bits).buffer);

describe('readHeader', () => {
  it('reads names, types, shapes and places, and skips the metadata', () => {
    const file = safetensorsFile({ 'mu.0.weight': f32([2, 1], [1.5, -2]), b: f32([], [3]) }, { format: 'pt' });
    expect(read(file)).toEqual(
      new Map([
        ['mu.0.weight', { dtype: 'F32', shape: [2, 1], begin: 0, end: 8 }],
        ['b', { dtype: 'F32', shape: [], begin: 8, end: 12 }],
      ]),
    );
  });

  it('says what is wrong with a malformed file', () => {
    const entry = (value: unknown) => read(fileOf(JSON.stringify({ a: value }), new Uint8Array(8)));
    const good = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
    expect(entry(good)).toBeInstanceOf(Map);
    for (const text of ['', '[]', 'null', '{', '{"a":}'])
      expect(read(fileOf(text))).toBe('This is no safetensors file: its header is not a JSON object.');
    expect(entry(3)).toBe('The header of the file says nothing readable of "a".');
    expect(entry({ ...good, dtype: 'F3' })).toBe('"a" has the type "F3", which the safetensors format does not name.');
    expect(entry({ ...good, dtype: 'constructor' })).toMatch(/does not name/);
    expect(entry({ ...good, dtype: [1] })).toMatch(/does not name/);
    expect(entry({ ...good, shape: [-2] })).toBe('The shape of "a" is not a list of sizes.');
    expect(entry({ ...good, data_offsets: [0] })).toBe('The place of "a" in the file is not given as two offsets.');
    expect(entry({ ...good, data_offsets: [0, 9] })).toBe(
      '"a" would lie beyond the end of the file, which was cut off or damaged.',
    );
    expect(entry({ ...good, shape: [3] })).toBe('"a" has 8 bytes, and F32 of shape [3] takes 12.');
  });

  it('refuses tensors that lie over each other: a small file would hold any number of large ones', () => {
    const entry = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
    expect(read(fileOf(JSON.stringify({ a: entry, b: entry }), new Uint8Array(8)))).toBe(
      'The tensors of the file lie over each other; it is damaged.',
    );
  });

  it('quotes in short what stands in the file', () => {
    const long = 'x'.repeat(1e6);
    for (const entry of [3, { dtype: long }, { dtype: 'F32', shape: new Array(1e5).fill(1), data_offsets: [0, 8] }])
      expect(String(read(fileOf(JSON.stringify({ [long]: entry }), new Uint8Array(8)))).length).toBeLessThan(300);
    expect(shapeInWords(new Array(1e6).fill(1))).toBe('[1, 1, 1, 1, …, 1, 1]');
    expect(shapeInWords([3, 2])).toBe('[3, 2]');
  });

  it('never throws', () => {
    const good = header(safetensorsFile({ a: f32([2], [1, 2]) }));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
        const damaged = good.slice(0, length);
        if (at < length) damaged[at] = byte;
        const places = readHeader(damaged, 8);
        if (typeof places === 'string') expect(places).toMatch(/\.$/);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('a reader of numbers', () => {
  it('reads doubles, halves and brain floats as single precision, wherever they are cut', () => {
    const cases: [string, Uint8Array, number[]][] = [
      ['F64', new Uint8Array(new Float64Array([0.1, -1e300]).buffer), [0.1, -Infinity]],
      ['F32', new Uint8Array(new Float32Array([1.5, -2, 0.1]).buffer), [1.5, -2, 0.1]],
      ['F16', u16([0x3c00, 0xc000, 0x3555, 0x0001, 0x7c00, 0x8000]), [1, -2, 0.333251953125, 2 ** -24, Infinity, -0]],
      ['BF16', u16([0x3f80, 0xc049, 0x7f80]), [1, -3.140625, Infinity]],
    ];
    for (const [dtype, bytes, numbers] of cases)
      for (let slice = 1; slice <= bytes.length; slice++)
        expect(floats(dtype, bytes, slice)).toEqual(new Float32Array(numbers));
    expect(halfFloat(0x7e00)).toBeNaN();
    expect(halfFloat(0x7bff)).toBe(65504);
  });

  it('reads bytes that begin inside of a larger buffer at an odd place', () => {
    const shifted = new Uint8Array(7);
    shifted.set(f32([1], [0.1]).bytes, 3);
    expect(floats('F32', shifted.subarray(3))).toEqual(new Float32Array([0.1]));
  });

  it('is none for whole numbers', () => {
    expect(floats('I64', new Uint8Array(8))).toBeNull();
  });
});
