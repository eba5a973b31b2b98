import type { Model } from '../model/model';
import type { Replacement } from './literalChange';

/** The numbers of a model, and where they stand in its text. */
export type Placed = Pick<Model, 'structureKey' | 'numbers' | 'numberSpans'>;

/** Where the numbers of a model stand, and what they are, once pieces of its text are written: known without reading the text again. */
export function asWritten({ structureKey, numbers, numberSpans }: Placed, pieces: readonly Replacement[]): Placed {
  const shift = (at: number): number =>
    pieces.reduce((sum, { span, text }) => (span.end <= at ? sum + text.length - (span.end - span.start) : sum), 0);
  const pieceOf = (slot: number): Replacement | undefined =>
    pieces.find(({ span }) => span.start === numberSpans[slot]?.start);
  return {
    structureKey,
    numbers: numbers.map((value, slot) => {
      const piece = pieceOf(slot);
      return piece === undefined ? value : Number(piece.text);
    }),
    numberSpans: numberSpans.map((span, slot) => {
      const start = span.start + shift(span.start);
      return { ...span, start, end: start + (pieceOf(slot)?.text.length ?? span.end - span.start) };
    }),
  };
}

/** A text with pieces of it replaced. */
export function textWith(text: string, pieces: readonly Replacement[]): string {
  return [...pieces]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((sum, { span, text: piece }) => sum.slice(0, span.start) + piece + sum.slice(span.end), text);
}
