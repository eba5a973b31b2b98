/** A half-open range of the text, in UTF-16 code units counted from 0, the unit of `String.length` and of VS Code's `offsetAt`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
