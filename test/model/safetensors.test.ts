import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatValues, halfFloat, readSafetensors, type StoredTensors } from '../../src/model/safetensors';
import { f32, fileOf, safetensorsFile } from './safetensorsFile';

function read(file: Uint8Array): StoredTensors {
  const tensors = readSafetensors(file);
  if (typeof tensors === 'string') throw new Error(tensors);
  return tensors;
}

const u16 = (dtype: string, bits: number[]) => ({
  dtype,
  shape: [bits.length],
  bytes: new Uint8Array(new Uint16Array(bits).buffer),
});

describe('readSafetensors', () => {
  it('reads names, types, shapes and numbers, and skips the metadata', () => {
    const tensors = read(safetensorsFile({ 'mu.0.weight': f32([2, 1], [1.5, -2]), b: f32([], [3]) }, { format: 'pt' }));
    expect([...tensors.keys()]).toEqual(['mu.0.weight', 'b']);
    expect(tensors.get('mu.0.weight')).toMatchObject({ dtype: 'F32', shape: [2, 1] });
    expect(floatValues(tensors.get('mu.0.weight')!)).toEqual(new Float32Array([1.5, -2]));
    expect(floatValues(tensors.get('b')!)).toEqual(new Float32Array([3]));
  });

  it('reads a file that starts inside of a larger buffer at an odd offset', () => {
    const file = safetensorsFile({ a: f32([1], [0.1]) });
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(floatValues(read(shifted.subarray(3)).get('a')!)).toEqual(new Float32Array([0.1]));
  });

  it('reads doubles, halves and brain floats as single precision', () => {
    const tensors = read(
      safetensorsFile({
        double: { dtype: 'F64', shape: [2], bytes: new Uint8Array(new Float64Array([0.1, -1e300]).buffer) },
        half: u16('F16', [0x3c00, 0xc000, 0x3555, 0x0001, 0x7c00, 0x8000]),
        brain: u16('BF16', [0x3f80, 0xc049, 0x7f80]),
      }),
    );
    expect(floatValues(tensors.get('double')!)).toEqual(new Float32Array([0.1, -Infinity]));
    expect(floatValues(tensors.get('half')!)).toEqual(
      new Float32Array([1, -2, 0.333251953125, 2 ** -24, Infinity, -0]),
    );
    expect(floatValues(tensors.get('brain')!)).toEqual(new Float32Array([1, -3.140625, Infinity]));
    expect(halfFloat(0x7e00)).toBeNaN();
    expect(halfFloat(0x7bff)).toBe(65504);
  });

  it('keeps arrays of whole numbers, and gives no fractions for them', () => {
    const tensors = read(safetensorsFile({ steps: { dtype: 'I64', shape: [1], bytes: new Uint8Array(8) } }));
    expect(floatValues(tensors.get('steps')!)).toBeNull();
  });

  it('says what is wrong with a malformed file', () => {
    const entry = (value: unknown) => fileOf(JSON.stringify({ a: value }), new Uint8Array(8));
    const good = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
    expect(readSafetensors(entry(good))).toBeInstanceOf(Map);
    expect(readSafetensors(new Uint8Array(7))).toBe(
      'This is no safetensors file: it is shorter than the eight bytes of the header length.',
    );
    expect(readSafetensors(new Uint8Array([200, 0, 0, 0, 0, 0, 0, 0, 123, 125]))).toBe(
      'This is no safetensors file, or it was cut off: its header would end beyond the end of the file.',
    );
    expect(readSafetensors(new Uint8Array(8).fill(255))).toMatch(/cut off/);
    for (const header of ['', '[]', 'null', '{', '{"a":}'])
      expect(readSafetensors(fileOf(header))).toBe('This is no safetensors file: its header is not a JSON object.');
    expect(readSafetensors(entry(3))).toBe('The header of the file says nothing readable of "a".');
    expect(readSafetensors(entry({ ...good, dtype: 'F3' }))).toBe(
      '"a" has the type "F3", which the safetensors format does not name.',
    );
    expect(readSafetensors(entry({ ...good, dtype: 'constructor' }))).toMatch(/does not name/);
    expect(readSafetensors(entry({ ...good, shape: [-2] }))).toBe('The shape of "a" is not a list of sizes.');
    expect(readSafetensors(entry({ ...good, data_offsets: [0] }))).toBe(
      'The place of "a" in the file is not given as two offsets.',
    );
    expect(readSafetensors(entry({ ...good, data_offsets: [0, 9] }))).toBe(
      '"a" would lie beyond the end of the file, which was cut off or damaged.',
    );
    expect(readSafetensors(entry({ ...good, shape: [3] }))).toBe('"a" has 8 bytes, and F32 of shape [3] takes 12.');
  });

  it('never throws', () => {
    const good = safetensorsFile({ a: f32([2], [1, 2]) });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
        const damaged = good.slice(0, length);
        if (at < length) damaged[at] = byte;
        const tensors = readSafetensors(damaged);
        if (typeof tensors !== 'string') for (const tensor of tensors.values()) floatValues(tensor);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
