/** A literal and the number that it is to hold. */
export interface Change {
  readonly slot: number;
  readonly value: number;
}
