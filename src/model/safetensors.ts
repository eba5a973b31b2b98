import { quote } from './quote';
import { decodeUtf8 } from './utf8';

/** One array of a safetensors file: what the header says of it. */
export interface Place {
  /** `F32`, `BF16`, … as the file says. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The first byte, and the first behind it, counted from the end of the header. */
  readonly begin: number;
  readonly end: number;
}

export interface StoredTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** In single precision, row-major; null where they were not asked for, or are of a type that holds no fractions. */
  readonly values: Float32Array<ArrayBuffer> | null;
}

export type StoredTensors = ReadonlyMap<string, StoredTensor>;

/** Bytes of one number, for every type that the format names. */
const widths: ReadonlyMap<string, number> = new Map([
  ['F64', 8],
  ['I64', 8],
  ['U64', 8],
  ['F32', 4],
  ['I32', 4],
  ['U32', 4],
  ['F16', 2],
  ['BF16', 2],
  ['I16', 2],
  ['U16', 2],
  ['I8', 1],
  ['U8', 1],
  ['BOOL', 1],
  ['F8_E4M3', 1],
  ['F8_E5M2', 1],
]);

/** Bytes in front of the header: its length, little-endian. */
export const prefixBytes = 8;

/** @param bytes the first eight of a file */
export function headerLength(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, prefixBytes).getBigUint64(0, true));
}

/**
 * Reads the header of the safetensors format, which is JSON. https://huggingface.co/docs/safetensors
 *
 * @param size bytes behind the header
 * @returns the arrays by name, or a sentence that says what is wrong with the file
 */
export function readHeader(bytes: Uint8Array, size: number): ReadonlyMap<string, Place> | string {
  const header = parsed(bytes);
  if (header === null) return 'This is no safetensors file: its header is not a JSON object.';
  const places = new Map<string, Place>();
  let total = 0;
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const place = readPlace(name, entry, size);
    if (typeof place === 'string') return place;
    total += place.end - place.begin;
    places.set(name, place);
  }
  // Or else a small file could hold any number of large arrays.
  return total > size ? 'The tensors of the file lie over each other; it is damaged.' : places;
}

function parsed(bytes: Uint8Array): Record<string, unknown> | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  try {
    const header: unknown = JSON.parse(text);
    return isObject(header) ? header : null;
  } catch {
    return null;
  }
}

function readPlace(written: string, entry: unknown, dataBytes: number): Place | string {
  const name = quote(written);
  if (!isObject(entry)) return `The header of the file says nothing readable of ${name}.`;
  const { dtype, shape, data_offsets: offsets } = entry;
  const width = typeof dtype === 'string' ? widths.get(dtype) : undefined;
  if (typeof dtype !== 'string' || width === undefined)
    return `${name} has the type ${typeof dtype === 'string' ? quote(dtype) : 'of nothing'}, which the safetensors format does not name.`;
  if (!isCounts(shape)) return `The shape of ${name} is not a list of sizes.`;
  if (!isCounts(offsets) || offsets.length !== 2)
    return `The place of ${name} in the file is not given as two offsets.`;
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > dataBytes)
    return `${name} would lie beyond the end of the file, which was cut off or damaged.`;
  const size = shape.reduce((product, side) => product * side, width);
  if (size !== end - begin)
    return `${name} has ${end - begin} bytes, and ${dtype} of shape ${shapeInWords(shape)} takes ${size}.`;
  return { dtype, shape, begin, end };
}

/** `[3, 2]`; the middle of a long one is left out. */
export function shapeInWords(shape: readonly number[]): string {
  const shown = shape.length > 8 ? [...shape.slice(0, 4), '…', ...shape.slice(-2)] : shape;
  return `[${shown.join(', ')}]`;
}

/** Takes the bytes of an array slice after slice, and makes numbers in single precision of them. */
export class FloatReader {
  readonly values: Float32Array<ArrayBuffer>;
  readonly #read: (view: DataView, offset: number) => number;
  readonly #width: number;
  #filled = 0;
  /** The beginning of a number whose end is in the next slice. */
  #rest = new Uint8Array(0);

  private constructor({ dtype, begin, end }: Place, read: (view: DataView, offset: number) => number) {
    this.#read = read;
    this.#width = widths.get(dtype)!;
    this.values = new Float32Array((end - begin) / this.#width);
  }

  /** null for types that hold no fractions. */
  static of(place: Place): FloatReader | null {
    const read = readers.get(place.dtype);
    return read === undefined ? null : new FloatReader(place, read);
  }

  take(slice: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? slice : joined(this.#rest, slice);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = Math.floor(bytes.length / this.#width);
    for (let i = 0; i < count; i++) this.values[this.#filled + i] = this.#read(view, i * this.#width);
    this.#filled += count;
    this.#rest = bytes.slice(count * this.#width);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

const readers: ReadonlyMap<string, (view: DataView, offset: number) => number> = new Map([
  ['F64', (view: DataView, offset: number) => view.getFloat64(offset, true)],
  ['F32', (view: DataView, offset: number) => view.getFloat32(offset, true)],
  ['F16', (view: DataView, offset: number) => halfFloat(view.getUint16(offset, true))],
  ['BF16', (view: DataView, offset: number) => brainFloat(view.getUint16(offset, true))],
]);

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
export function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

const scratch = new DataView(new ArrayBuffer(4));

/** The upper half of a binary32. */
function brainFloat(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
