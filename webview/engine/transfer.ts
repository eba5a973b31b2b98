import type { PreviewAnswer } from './preview';

/** The buffers inside an answer that can be handed over instead of copied. */
export function buffersOf(answer: PreviewAnswer): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(visit);
    }
  };
  visit(answer);
  return [...found];
}
