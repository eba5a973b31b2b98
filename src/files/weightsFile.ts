import { quote } from '../model/quote';
import {
  FloatReader,
  headerLength,
  type Place,
  prefixBytes,
  readHeader,
  type StoredTensor,
} from '../model/safetensors';
import { bytesInWords, limits } from './limits';
import { type Bounds, type OpenFile, part, type Reading, Unreadable } from './openFile';
import { type StoredWeights, wanted } from './trainedWeights';

export const weightsBounds: Bounds = {
  bytes: limits.weightsBytes,
  advice: 'keep only the tensors of the networks of this model in it',
};

/**
 * Reads a safetensors file: its header, and of its tensors those that can be weights of the networks.
 * @param name the file, for messages
 * @throws Unreadable; Overtaken
 */
export async function readWeightsFile(
  file: OpenFile,
  name: string,
  networks: ReadonlySet<string>,
  reading: Reading,
): Promise<StoredWeights> {
  const places = await readPlaces(file, name, reading);
  const start = places.start;
  const asked = [...places.of].filter(([tensor]) => wanted(tensor, networks));
  const total = asked.reduce((sum, [, { begin, end }]) => sum + end - begin, 0);
  const tensors = new Map<string, StoredTensor>();
  for (const [tensor, { dtype, shape }] of places.of) tensors.set(tensor, { dtype, shape, values: null });
  let done = 0;
  for (const [tensor, place] of asked) {
    const floats = FloatReader.of(place);
    if (floats === null) continue;
    for await (const bytes of part(file, name, start + place.begin, start + place.end, reading)) {
      floats.take(bytes);
      done += bytes.length;
      reading.progress(done / total);
    }
    tensors.set(tensor, { dtype: place.dtype, shape: place.shape, values: floats.values });
  }
  return { kind: 'tensors', tensors, networks };
}

async function readPlaces(
  file: OpenFile,
  name: string,
  reading: Reading,
): Promise<{ readonly of: ReadonlyMap<string, Place>; readonly start: number }> {
  if (file.size < prefixBytes)
    throw new Unreadable('This is no safetensors file: it is shorter than the eight bytes of the header length.');
  const length = headerLength(await whole(file, name, 0, prefixBytes, reading));
  const start = prefixBytes + length;
  if (start > file.size)
    throw new Unreadable(
      'This is no safetensors file, or it was cut off: its header would end beyond the end of the file.',
    );
  if (length > limits.headerBytes)
    throw new Unreadable(
      `The header of ${quote(name)} has ${bytesInWords(length)}, and at most ${bytesInWords(limits.headerBytes)} are read; ${weightsBounds.advice}.`,
    );
  const places = readHeader(await whole(file, name, prefixBytes, start, reading), file.size - start);
  if (typeof places === 'string') throw new Unreadable(places);
  return { of: places, start };
}

async function whole(file: OpenFile, name: string, from: number, to: number, reading: Reading): Promise<Uint8Array> {
  const bytes = new Uint8Array(to - from);
  let at = 0;
  for await (const slice of part(file, name, from, to, reading)) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}
