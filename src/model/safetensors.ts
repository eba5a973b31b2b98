import { decodeUtf8 } from './utf8';

/** One array of a safetensors file, still as bytes. */
export interface StoredTensor {
  /** `F32`, `BF16`, … as the file says. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Row-major, little-endian; a view of the file. */
  readonly bytes: Uint8Array;
}

export type StoredTensors = ReadonlyMap<string, StoredTensor>;

/** Bytes of one number, for every type that the format names. */
const widths: Readonly<Record<string, number>> = {
  F64: 8,
  I64: 8,
  U64: 8,
  F32: 4,
  I32: 4,
  U32: 4,
  F16: 2,
  BF16: 2,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
};

const longestHeader = 100_000_000;

/**
 * Reads the safetensors format: eight bytes with the length of the header (little-endian), the header as JSON, the
 * numbers. https://huggingface.co/docs/safetensors
 *
 * @returns the arrays by name, or a sentence that says what is wrong with the file.
 */
export function readSafetensors(file: Uint8Array): StoredTensors | string {
  if (file.length < 8) return 'This is no safetensors file: it is shorter than the eight bytes of the header length.';
  const length = Number(new DataView(file.buffer, file.byteOffset, 8).getBigUint64(0, true));
  if (length > longestHeader || 8 + length > file.length)
    return 'This is no safetensors file, or it was cut off: its header would end beyond the end of the file.';
  const header = readHeader(file.subarray(8, 8 + length));
  if (header === null) return 'This is no safetensors file: its header is not a JSON object.';

  const data = file.subarray(8 + length);
  const tensors = new Map<string, StoredTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const tensor = readTensor(name, entry, data);
    if (typeof tensor === 'string') return tensor;
    tensors.set(name, tensor);
  }
  return tensors;
}

function readHeader(bytes: Uint8Array): Record<string, unknown> | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  try {
    const header: unknown = JSON.parse(text);
    return isObject(header) ? header : null;
  } catch {
    return null;
  }
}

function readTensor(name: string, entry: unknown, data: Uint8Array): StoredTensor | string {
  if (!isObject(entry)) return `The header of the file says nothing readable of "${name}".`;
  const { dtype, shape, data_offsets: offsets } = entry;
  const width = typeof dtype === 'string' && Object.hasOwn(widths, dtype) ? widths[dtype] : undefined;
  if (typeof dtype !== 'string' || width === undefined)
    return `"${name}" has the type ${JSON.stringify(dtype) ?? 'of nothing'}, which the safetensors format does not name.`;
  if (!isCounts(shape)) return `The shape of "${name}" is not a list of sizes.`;
  if (!isCounts(offsets) || offsets.length !== 2)
    return `The place of "${name}" in the file is not given as two offsets.`;
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > data.length)
    return `"${name}" would lie beyond the end of the file, which was cut off or damaged.`;
  const size = shape.reduce((product, side) => product * side, width);
  if (size !== end - begin)
    return `"${name}" has ${end - begin} bytes, and ${dtype} of shape [${shape.join(', ')}] takes ${size}.`;
  return { dtype, shape, bytes: data.subarray(begin, end) };
}

/** The numbers of a floating-point array in single precision, row-major; null for types that hold no fractions. */
export function floatValues(tensor: StoredTensor): Float32Array<ArrayBuffer> | null {
  const { bytes, dtype } = tensor;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers[dtype];
  if (!read) return null;
  const width = widths[dtype]!;
  return Float32Array.from({ length: bytes.length / width }, (_, i) => read(view, i * width));
}

const readers: Readonly<Record<string, (view: DataView, offset: number) => number>> = {
  F64: (view, offset) => view.getFloat64(offset, true),
  F32: (view, offset) => view.getFloat32(offset, true),
  F16: (view, offset) => halfFloat(view.getUint16(offset, true)),
  BF16: (view, offset) => brainFloat(view.getUint16(offset, true)),
};

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
export function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** The upper half of a binary32. */
function brainFloat(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits << 16);
  return view.getFloat32(0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
