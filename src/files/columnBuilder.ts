import { Column } from '../model/column';
import { limits } from './limits';

/** What stands for a text that is longer than any label, or the one too many that a column is told apart by. */
const longestWord = 256;

/** Takes the cells of a column one after another. */
export class ColumnBuilder {
  #numbers = new Float64Array(64);
  #wordOf: Uint32Array<ArrayBuffer> | null = null;
  readonly #words = new Map<string, number>();
  #length = 0;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;
  #whole = true;

  /** @param cell without blanks around it */
  push(cell: string): void {
    if (this.#length === this.#numbers.length) this.#grow();
    const number = cell === '' ? Number.NaN : Number(cell);
    if (Number.isFinite(number)) {
      this.#numbers[this.#length] = number;
      if (number < this.#low) this.#low = number;
      if (number > this.#high) this.#high = number;
      if (this.#whole && !Number.isInteger(number)) this.#whole = false;
    } else {
      this.#numbers[this.#length] = Number.NaN;
      this.#wordOf ??= new Uint32Array(this.#numbers.length);
      this.#wordOf[this.#length] = this.#word(cell);
    }
    this.#length++;
  }

  build(): Column {
    const words = [...this.#words.keys()];
    const numbers = this.#numbers.slice(0, this.#length);
    const wordOf = this.#wordOf?.slice(0, this.#length) ?? null;
    return new Column(numbers, words, wordOf, this.#low, this.#high, this.#whole);
  }

  #word(cell: string): number {
    // Without the ellipsis it could be taken for a label.
    const text = cell.length > longestWord ? `${cell.slice(0, longestWord)}…` : cell;
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const word = this.#words.size < limits.words ? text : '…';
    const place = this.#words.get(word) ?? this.#words.size + 1;
    this.#words.set(word, place);
    return place;
  }

  #grow(): void {
    const numbers = new Float64Array(2 * this.#numbers.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    if (this.#wordOf === null) return;
    const wordOf = new Uint32Array(numbers.length);
    wordOf.set(this.#wordOf);
    this.#wordOf = wordOf;
  }
}
