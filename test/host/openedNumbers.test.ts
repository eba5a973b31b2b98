import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OpenedNumbers } from '../../src/host/openedNumbers';
import type { TextChange } from '../../src/host/textChange';
import { analyse } from '../../src/language/analyse';
import { writtenNumbers } from '../../src/language/syntax/writtenNumbers';

const written = (text: string) => writtenNumbers(analyse(text).tree);
const edited = (text: string, { start, end, text: piece }: TextChange) =>
  text.slice(0, start) + piece + text.slice(end);

/** What is known of each number of a text. */
function known(opened: OpenedNumbers): (number | null)[] {
  return opened.at(written(opened.text).map(({ span }) => span));
}

function opened(text: string): OpenedNumbers {
  return OpenedNumbers.of(text, written(text));
}

/** Makes one change after the other. */
function edit(start: OpenedNumbers, ...steps: readonly ((text: string) => TextChange | readonly TextChange[])[]) {
  for (const step of steps) {
    const made = step(start.text);
    const changes = 'text' in made ? [made] : made;
    const text = [...changes].sort((a, b) => b.start - a.start).reduce(edited, start.text);
    start.follow(changes, text, written(text));
  }
  return start;
}

/** Puts a text in place of the first that is so. */
const instead =
  (what: string, by: string) =>
  (text: string): TextChange => {
    const start = text.indexOf(what);
    if (start < 0) throw new Error(`${what} is not in ${text}`);
    return { start, end: start + what.length, text: by };
  };

/** Types characters one by one behind the first text that is so. */
const typed = (behind: string, keys: string) =>
  [...keys].map((key, i) => (text: string): TextChange => {
    const at = text.indexOf(behind + keys.slice(0, i)) + behind.length + i;
    return { start: at, end: at, text: key };
  });

describe('a number is the one that the file was opened with', () => {
  const text = 'let a = 0.25\nlet b = 7 * a + 1.5\n';

  test.each([
    ['with lines above', [instead('let a', 'let c = 9\nlet a')], [null, 0.25, 7, 1.5]],
    ['dragged', [instead('7', '7.1'), instead('7.1', '-3.25')], [0.25, 7, 1.5]],
    ['deleted and typed again', [instead('0.25', ''), ...typed('let a = ', '-0.5')], [0.25, 7, 1.5]],
    ['with its sign typed later', typed('b = ', '-'), [0.25, 7, 1.5]],
    [
      'in a text that is broken meanwhile',
      [instead('let b', 'lt b ('), instead('1.5', '2.5'), instead('lt b (', 'let b')],
      [0.25, 7, 1.5],
    ],
    ['when a factor is typed in front', typed('let a = ', '20 * '), [null, 0.25, 7, 1.5]],
    ['when something is typed behind', typed('1.5', ' + 4'), [0.25, 7, 1.5, null]],
    ['when its digits are joined and parted', [instead(' * a + ', ''), instead('71.5', '7 * a + 1.5')], [0.25, 7, 1.5]],
    [
      'formatted',
      [() => ({ start: 0, end: text.length, text: 'let a=0.25\n\nlet b =\n  7*a + 1.50\n' })],
      [0.25, 7, 1.5],
    ],
    [
      'of a file that another program wrote',
      [() => ({ start: 0, end: text.length, text: 'let d = 3\nlet a = 4\nlet b = 8 * a + 2\n' })],
      [null, 0.25, 7, 1.5],
    ],
  ])('%s', (_, steps, expected) => {
    expect(known(edit(opened(text), ...steps))).toEqual(expected);
  });

  test('when what deleted it is undone, and is not when it is deleted with its line', () => {
    const numbers = edit(opened(text), instead('let a = 0.25\n', ''));
    expect(known(numbers)).toEqual([7, 1.5]);
    edit(numbers, instead('let b', 'let a = 0.25\nlet b'));
    expect(known(numbers)).toEqual([0.25, 7, 1.5]);
    edit(numbers, instead('let a = 0.25\n', ''), instead('let b', 'let a = 0.26\nlet b'));
    expect(known(numbers)).toEqual([null, 7, 1.5]);
  });

  test('though nobody says what was changed', () => {
    const numbers = opened(text);
    const now = 'let a = 0.5\nlet c = 3\nlet b = 7 * a + 1.5\n';
    numbers.follow([], now, written(now));
    expect(known(numbers)).toEqual([0.25, null, 7, 1.5]);
  });

  test('is another where an expression took its place', () => {
    expect(known(edit(opened(text), instead('7', 'f(0.9, 2)')))).toEqual([0.25, null, null, 1.5]);
    expect(known(edit(opened(text), instead('0.25', '0 + 5')))).toEqual([null, null, 7, 1.5]);
  });
});

// ---------------------------------------------------------------- random edits

/** A piece of a text: a number with what it was when the text was opened, or something else. */
interface Token {
  readonly text: string;
  readonly was?: number | null;
}
type Line = readonly Token[];

let fresh = 0;

function newLine(values: readonly number[], isOpen: boolean): Line {
  const name = `v${String.fromCharCode(97 + (fresh % 26))}q${fresh++}`;
  const numbers = values.map((value): Token => ({ text: String(value), was: isOpen ? value : null }));
  return [
    { text: `let ${name} = ` },
    ...numbers.flatMap((token, i) => (i === 0 ? [token] : [{ text: ' * ' }, token])),
    { text: '\n' },
  ];
}

const textOf = (lines: readonly Line[]) =>
  lines
    .flat()
    .map(({ text }) => text)
    .join('');
const truth = (lines: readonly Line[]) => lines.flat().flatMap(({ was }) => (was === undefined ? [] : [was]));

const value = fc.integer({ min: 1, max: 9999 }).map((n) => n / 16);
const operation = fc.record({
  kind: fc.constantFrom('above', 'delete', 'rename', 'drag', 'type', 'factor', 'break', 'undo', 'reload', 'program'),
  at: fc.nat(999),
  value,
});

/** A text that is edited at random, and what is true of its numbers. */
class Edited {
  numbers: OpenedNumbers;
  private past: (readonly Line[])[] = [];

  constructor(private lines: readonly Line[]) {
    this.numbers = opened(textOf(lines));
  }

  check(): void {
    expect(this.numbers.text).toBe(textOf(this.lines));
    expect(known(this.numbers)).toEqual(truth(this.lines));
  }

  make({ kind, at, value: wanted }: { kind: string; at: number; value: number }): void {
    const line = at % Math.max(1, this.lines.length);
    const places = this.lines.flatMap((tokens, i) =>
      tokens.flatMap(({ was }, j) => (was === undefined ? [] : [[i, j] as const])),
    );
    const [i, j] = places[at % Math.max(1, places.length)] ?? [0, 0];
    const token = this.lines[i]?.[j];
    const start = textOf([...this.lines.slice(0, i), this.lines[i]?.slice(0, j) ?? []]).length;
    const put = (...tokens: Token[]) =>
      this.lines.map((one, k) => (k === i ? [...one.slice(0, j), ...tokens, ...one.slice(j + 1)] : one));
    const beginning = textOf(this.lines.slice(0, line)).length;
    const own = this.lines[line];
    switch (kind) {
      case 'above': {
        const added = newLine([wanted, wanted], false);
        this.to(
          [...this.lines.slice(0, line), added, ...this.lines.slice(line)],
          [{ start: beginning, end: beginning, text: textOf([added]) }],
        );
        return;
      }
      case 'delete':
        if (own === undefined) return;
        this.to(
          this.lines.filter((one) => one !== own),
          [{ start: beginning, end: beginning + textOf([own]).length, text: '' }],
        );
        return;
      case 'rename': {
        const name = /let (\w+)/.exec(own?.[0]?.text ?? '')?.[1];
        if (name === undefined) return;
        const lines = this.lines.map((tokens) =>
          tokens.map((one) => (one.was === undefined ? { text: one.text.replace(name, `${name}x`) } : one)),
        );
        const changes = [...this.numbers.text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
          start: index,
          end: index + name.length,
          text: `${name}x`,
        }));
        this.to(lines, changes);
        return;
      }
      case 'drag':
        if (token !== undefined)
          this.to(put({ ...token, text: String(wanted) }), [
            { start, end: start + token.text.length, text: String(wanted) },
          ]);
        return;
      case 'type':
        if (token === undefined) return;
        for (let end = token.text.length; end > 0; end--)
          this.step([{ start: start + end - 1, end: start + end, text: '' }]);
        for (const [k, key] of [...String(wanted)].entries())
          this.step([{ start: start + k, end: start + k, text: key }]);
        this.now(put({ ...token, text: String(wanted) }));
        return;
      case 'factor':
        if (token === undefined) return;
        for (const [k, key] of [...'3 * '].entries()) this.step([{ start: start + k, end: start + k, text: key }]);
        this.now(put({ text: '3', was: null }, { text: ' * ' }, token));
        return;
      case 'break':
        this.step([{ start: beginning, end: beginning, text: '[(' }]);
        this.step([{ start: beginning, end: beginning + 2, text: '' }]);
        return;
      case 'undo': {
        const back = this.past[at % Math.max(1, this.past.length)];
        if (back !== undefined) this.to(back, [{ start: 0, end: this.numbers.text.length, text: textOf(back) }]);
        return;
      }
      case 'reload':
        this.numbers = new OpenedNumbers(
          this.numbers.text,
          this.numbers.numbers.map(({ start, end, value: was }) => ({ start, end, own: { start, end }, value: was })),
        );
        this.past = [];
        return;
      case 'program': {
        const lines = [
          newLine([wanted], false),
          ...put(...(token === undefined ? [] : [{ ...token, text: String(wanted) }])),
          newLine([wanted], false),
        ];
        this.to(lines, [{ start: 0, end: this.numbers.text.length, text: textOf(lines) }]);
      }
    }
  }

  private step(changes: readonly TextChange[]): void {
    edit(this.numbers, () => changes);
  }

  private to(lines: readonly Line[], changes: readonly TextChange[]): void {
    this.step(changes);
    this.now(lines);
  }

  private now(lines: readonly Line[]): void {
    this.past.push(this.lines);
    this.lines = lines;
  }
}

test('random edits leave every number what it was, and give none to a new one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.array(operation, { maxLength: 12 }),
      (lines, operations) => {
        const text = new Edited(lines.map((values) => newLine(values, true)));
        for (const one of operations) {
          text.make(one);
          text.check();
        }
      },
    ),
    { numRuns: 150 },
  );
});
