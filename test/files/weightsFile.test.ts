import { describe, expect, it } from 'vitest';
import { bytesFile } from '../../src/files/bytesFile';
import { limits } from '../../src/files/limits';
import { Overtaken, tooLarge, Unreadable } from '../../src/files/openFile';
import { readWeightsFile, weightsBounds } from '../../src/files/weightsFile';
import { f32, fileOf, safetensorsFile } from '../model/safetensorsFile';
import { alone, watched } from './tables';

const networks = new Set(['mu']);
const read = (bytes: Uint8Array) => readWeightsFile(bytesFile(bytes), 'w.safetensors', networks, alone);

describe('readWeightsFile', () => {
  it('reads the header, and of the tensors those of the networks', async () => {
    const other = new Float32Array(1_000_000);
    const file = watched(
      bytesFile(
        safetensorsFile({
          'other.0.weight': f32([1000, 1000], [...other]),
          'mu.0.weight': f32([2, 1], [1, 2]),
          'mu.0.bias': { dtype: 'I8', shape: [2], bytes: new Uint8Array(2) },
        }),
      ),
    );
    expect(await readWeightsFile(file, 'w.safetensors', networks, alone)).toEqual({
      kind: 'tensors',
      networks,
      tensors: new Map([
        ['other.0.weight', { dtype: 'F32', shape: [1000, 1000], values: null }],
        ['mu.0.weight', { dtype: 'F32', shape: [2, 1], values: Float32Array.of(1, 2) }],
        ['mu.0.bias', { dtype: 'I8', shape: [2], values: null }],
      ]),
    });
    expect(file.slices.reduce((a, b) => a + b)).toBeLessThan(1000);
  });

  it('says what is wrong with a file that is none', async () => {
    const short = 'This is no safetensors file: it is shorter than the eight bytes of the header length.';
    const cut = 'This is no safetensors file, or it was cut off: its header would end beyond the end of the file.';
    await expect(read(new Uint8Array(0))).rejects.toThrow(new Unreadable(short));
    await expect(read(new Uint8Array(7))).rejects.toThrow(new Unreadable(short));
    await expect(read(Uint8Array.of(200, 0, 0, 0, 0, 0, 0, 0, 123, 125))).rejects.toThrow(new Unreadable(cut));
    await expect(read(new Uint8Array(8).fill(255))).rejects.toThrow(new Unreadable(cut));
    await expect(read(fileOf('[]'))).rejects.toThrow(/not a JSON object/);
  });

  it('reads no header that is larger than any, though the file is', async () => {
    const file = { ...bytesFile(new Uint8Array(0)), size: limits.weightsBytes };
    const length = new Uint8Array(8);
    new DataView(length.buffer).setBigUint64(0, 90_000_000n, true);
    const asked = watched({ ...file, read: async (from, most) => length.subarray(from, from + most) });
    await expect(readWeightsFile(asked, 'w', networks, alone)).rejects.toThrow(
      'The header of "w" has 90 MB, and at most 10 MB are read; keep only the tensors of the networks of this model in it.',
    );
    expect(asked.slices).toEqual([8]);
  });

  it('notices that a file shrinks while it is read, and that it is overtaken', async () => {
    const bytes = safetensorsFile({ 'mu.0.weight': f32([300_000], new Array(300_000).fill(1)) });
    const shrunk = { ...bytesFile(bytes.subarray(0, 1000)), size: bytes.length };
    await expect(readWeightsFile(shrunk, 'w', networks, alone)).rejects.toThrow(
      '"w" ends before its numbers do: it was cut off.',
    );
    const reading = { overtaken: false, progress: () => {} };
    const file = watched(bytesFile(bytes), (slice) => {
      reading.overtaken = slice === 3;
    });
    await expect(readWeightsFile(file, 'w', networks, reading)).rejects.toThrow(Overtaken);
    expect(file.slices.length).toBe(4);
  });
});

it('speaks of tensors, not of rows and columns, where a file is too large', () => {
  expect(tooLarge('w.safetensors', 1.2e9, weightsBounds)).toBe(
    '"w.safetensors" has 1,200 MB, and at most 200 MB are read; keep only the tensors of the networks of this model in it.',
  );
});
