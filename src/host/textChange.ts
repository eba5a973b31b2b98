/** Text in place of a stretch of another text. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A number, without its sign: the digits of a name are none. */
const number = /(?<![\p{L}\p{N}_.])(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/gu;

/** Pairs of lines that are looked at, at most, to find what stayed. */
const mostPairs = 4_000_000;

/**
 * The changes that make one text of another, each as small as can be told: what replaces whole lines, as a formatter or another
 * program does, is taken apart into what it left and what it wrote.
 * @param changes none over another, in places of the text before them all; where they do not make `after`, the whole text counts as replaced
 * @returns from the last to the first
 */
export function refined(before: string, changes: readonly TextChange[], after: string): TextChange[] {
  const sorted = [...changes].sort((a, b) => b.start - a.start || b.end - a.end);
  const made = sorted.reduce((sum, { start, end, text }) => sum.slice(0, start) + text + sum.slice(end), before);
  const whole = { start: 0, end: before.length, text: after };
  return (made === after ? sorted : [whole]).flatMap((change) => takenApart(before, change));
}

function takenApart(before: string, { start, end, text }: TextChange): TextChange[] {
  const removed = before.slice(start, end);
  if (removed === '' || text === '') return [{ start, end, text }];
  if (shape(removed) === shape(text)) return numberByNumber(start, removed, text).reverse();
  return lineByLine(start, linesOf(removed), linesOf(text)).reverse();
}

/** A text without its spaces, all numbers alike. */
function shape(text: string): string {
  return text.replace(number, '#').replace(/\s+/g, '');
}

/** Of two texts of one shape: what stands between the numbers, and each number. */
function numberByNumber(start: number, before: string, after: string): TextChange[] {
  const [old, now] = [parts(before), parts(after)];
  const changes: TextChange[] = [];
  let at = start;
  for (const [i, part] of old.entries()) {
    const text = now[i] ?? '';
    if (part !== text) changes.push({ start: at, end: at + part.length, text });
    at += part.length;
  }
  return changes;
}

/** What is before the first number, the number, what is before the next, … */
function parts(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  for (const match of text.matchAll(number)) {
    found.push(text.slice(at, match.index), match[0]);
    at = match.index + match[0].length;
  }
  return [...found, text.slice(at)];
}

function lineByLine(start: number, before: readonly string[], after: readonly string[]): TextChange[] {
  const changes: TextChange[] = [];
  let at = start;
  let [i, j] = [0, 0];
  for (const [line, other] of [...pairs(before, after), [before.length, after.length] as const]) {
    const removed = before.slice(i, line).join('');
    const text = after.slice(j, other).join('');
    if (removed !== '' || text !== '')
      changes.push(withoutEnds({ start: at, end: at + removed.length, text }, removed));
    at += removed.length;
    const [old, now] = [before[line] ?? '', after[other] ?? ''];
    changes.push(...numberByNumber(at, old, now));
    at += old.length;
    [i, j] = [line + 1, other + 1];
  }
  return changes;
}

/** A change without what the two texts begin and end with. */
function withoutEnds({ start, end, text }: TextChange, removed: string): TextChange {
  const least = Math.min(removed.length, text.length);
  let head = 0;
  while (head < least && removed[head] === text[head]) head++;
  let tail = 0;
  while (tail < least - head && removed.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** The longest row of pairs of lines of one shape, in order; the same lines before those with other numbers. */
function pairs(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const least = Math.min(before.length, after.length) - head;
  while (tail < least && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  const same = (count: number, i: number, j: number) =>
    Array.from({ length: count }, (_, k) => [i + k, j + k] as const);
  const ends = [same(head, 0, 0), same(tail, before.length - tail, after.length - tail)] as const;
  if (rows * columns > mostPairs) return [...ends[0], ...ends[1]];
  const [old, now] = [before, after].map((lines) => lines.slice(head, lines.length - tail));
  const [oldShapes, newShapes] = [old!.map(shape), now!.map(shape)];
  const worth = (i: number, j: number): number =>
    oldShapes[i] === '' || oldShapes[i] !== newShapes[j] ? 0 : old![i] === now![j] ? 1_000_001 : 1_000_000;
  const best = new Float64Array((rows + 1) * (columns + 1));
  const at = (i: number, j: number): number => i * (columns + 1) + j;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const paired = worth(i, j);
      const taken = paired === 0 ? 0 : paired + best[at(i + 1, j + 1)]!;
      best[at(i, j)] = Math.max(taken, best[at(i + 1, j)]!, best[at(i, j + 1)]!);
    }
  }
  const middle: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    const paired = worth(i, j);
    if (paired > 0 && best[at(i, j)] === paired + best[at(i + 1, j + 1)]!)
      middle.push([head + i++, head + j++] as const);
    else if (best[at(i, j)] === best[at(i + 1, j)]) i++;
    else j++;
  }
  return [...ends[0], ...middle, ...ends[1]];
}
