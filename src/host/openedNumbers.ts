import type { Span } from '../language/syntax/span';
import { refined, type TextChange } from './textChange';

/** A number that is written in a text. */
export interface WrittenNumber {
  readonly span: Span;
  readonly value: number;
}

/** A number of the text as it was opened, and where that stands by now: an empty place where it was deleted. */
export interface FollowedNumber {
  readonly start: number;
  readonly end: number;
  /** What of it was there before something was typed beside it; empty where it was typed over. */
  readonly own: Span;
  readonly value: number;
}

/** Characters of earlier texts that are remembered, for undo. */
const mostRemembered = 1_000_000;

/** What a reader types to make a number longer at one of its ends. */
const partOfNumber = /^[\d.eE+-]*$/;

/**
 * The numbers that a text had when it was opened, followed through its edits: a number is the same one while it is typed over,
 * moved by lines above it, or is no number for a moment. It is lost where it is deleted together with what stands around it, and
 * there again where the text is one that there was before.
 */
export class OpenedNumbers {
  #text: string;
  #numbers: readonly FollowedNumber[];
  readonly #past = new Map<string, readonly FollowedNumber[]>();
  #remembered = 0;

  /** @param numbers in the order of the text */
  constructor(text: string, numbers: readonly FollowedNumber[]) {
    this.#text = text;
    this.#numbers = numbers;
    this.#remember();
  }

  static of(text: string, written: readonly WrittenNumber[]): OpenedNumbers {
    return new OpenedNumbers(
      text,
      written.map(({ span: { start, end }, value }) => ({ start, end, own: { start, end }, value })),
    );
  }

  get text(): string {
    return this.#text;
  }

  get numbers(): readonly FollowedNumber[] {
    return this.#numbers;
  }

  /**
   * The text is another.
   * @param changes what made it of the last one; where they do not, the difference of the two is taken for the change
   * @param written all numbers of the new text, in its order
   */
  follow(changes: readonly TextChange[], text: string, written: readonly WrittenNumber[]): void {
    if (text === this.#text) return;
    const known = this.#past.get(text);
    this.#numbers = known ?? settled(moved(this.#numbers, refined(this.#text, changes, text)), written);
    this.#text = text;
    if (known === undefined) this.#remember();
  }

  /** What the numbers at these places of the text were when it was opened; null for one that was not there then. */
  at(spans: readonly Span[]): (number | null)[] {
    return spans.map(({ start, end }) => {
      const found = touching(this.#numbers, start, end).filter((one) => one.start < one.end);
      return found.length === 1 ? found[0]!.value : null;
    });
  }

  #remember(): void {
    this.#past.set(this.#text, this.#numbers);
    this.#remembered += this.#text.length;
    for (const text of this.#past.keys()) {
      if (this.#remembered <= mostRemembered) break;
      this.#past.delete(text);
      this.#remembered -= text.length;
    }
  }
}

/** @param changes from the last to the first, none over another, in places of the text before them all */
function moved(numbers: readonly FollowedNumber[], changes: readonly TextChange[]): readonly FollowedNumber[] {
  let all = numbers;
  for (const change of changes) all = all.flatMap((number) => afterChange(number, change) ?? []);
  return all;
}

function afterChange(number: FollowedNumber, change: TextChange): FollowedNumber | null {
  const place = placeAfter(number, change);
  return place === null ? null : { value: number.value, own: remaining(number.own, change), ...place };
}

/** Where a number is after a change; null where it went with what stood around it. */
function placeAfter(place: Span, { start, end, text }: TextChange): Span | null {
  const by = text.length - (end - start);
  const whole = { start: place.start, end: place.end + by };
  if (start === end && (start === place.start || start === place.end)) {
    // What is put beside a number belongs to it only where it can be a part of it.
    if (partOfNumber.test(text)) return whole;
    return start === place.end ? place : { start: place.start + by, end: place.end + by };
  }
  if (start === place.start && end === place.end) return partOfNumber.test(text) ? whole : null;
  if (start >= place.start && end <= place.end) return whole;
  if (start <= place.start && end >= place.end && end > start) {
    return start === place.end || end === place.start ? remaining(place, { start, end, text }) : null;
  }
  return remaining(place, { start, end, text });
}

/** What a change leaves of a stretch of text. */
function remaining(stretch: Span, { start, end, text }: TextChange): Span {
  const by = text.length - (end - start);
  const from = stretch.start < start ? stretch.start : stretch.start >= end ? stretch.start + by : start + text.length;
  const to = stretch.end <= start ? stretch.end : stretch.end >= end ? stretch.end + by : start;
  return { start: from, end: Math.max(from, to) };
}

/** Every number as it is written by now; without those of which that cannot be told. */
function settled(numbers: readonly FollowedNumber[], written: readonly WrittenNumber[]): readonly FollowedNumber[] {
  const places = written.map(({ span }) => span);
  const found = numbers.map(({ start, end }) => touching(places, start, end));
  const takers = new Map<Span, number>();
  for (const place of found.flat()) takers.set(place, (takers.get(place) ?? 0) + 1);
  return numbers.flatMap((number, i) => {
    const all = found[i]!;
    if (number.start === number.end) return all.length === 0 ? number : [];
    const typedOver = number.own.start === number.own.end;
    const candidates = typedOver ? all : all.filter((place) => overlap(place, number.own));
    const [place] = candidates;
    // Two that have become one word are two again when they are parted.
    if (place === undefined || candidates.some((one) => takers.get(one)! > 1)) return number;
    if (candidates.length > 1) return [];
    const { start, end } = place;
    const own = { start: Math.max(start, number.own.start), end: Math.min(end, number.own.end) };
    return { ...number, start, end, own: typedOver ? place : own };
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Those of some places in order that share a character with a stretch of the text; with an empty one, that lie at it. */
function touching<T extends Span>(places: readonly T[], start: number, end: number): readonly T[] {
  const [from, to] = start === end ? [start - 1, end + 1] : [start, end];
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.end > from) high = middle;
    else low = middle + 1;
  }
  let after = low;
  while (after < places.length && places[after]!.start < to) after++;
  return places.slice(low, after);
}
