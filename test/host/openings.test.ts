import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Openings } from '../../src/host/openings';
import { analyse } from '../../src/language/analyse';
import { writtenNumbers } from '../../src/language/syntax/writtenNumbers';

const [a, b] = ['file:///w/a.lvm', 'file:///w/b.lvm'];
const values = new Map<string, unknown>();
const memento = {
  get: (key: string) => values.get(key),
  // As VS Code keeps it.
  update: async (key: string, value: unknown) => void values.set(key, JSON.parse(JSON.stringify(value))),
};
const written = (text: string) => writtenNumbers(analyse(text).tree);
const follow = (openings: Openings, uri: string, text: string) => openings.follow(uri, [], text, () => written(text));
const known = (openings: Openings, uri: string, text: string) =>
  openings.at(
    uri,
    written(text).map(({ span }) => span),
  );
const open = (isOpen = (_: string) => true) => new Openings(memento as never, isOpen);

beforeEach(() => {
  vi.useFakeTimers();
  values.clear();
});
afterEach(() => vi.useRealTimers());

test('a file that is edited has the numbers that it was opened with, also after the window was loaded anew', () => {
  const openings = open();
  follow(openings, a, 'let a = 1');
  follow(openings, a, 'let b = 5\nlet a = 2');
  expect(known(openings, a, 'let b = 5\nlet a = 2')).toEqual([null, 1]);
  vi.runAllTimers();
  const next = open();
  follow(next, a, 'let b = 5\nlet a = 2');
  expect(known(next, a, 'let b = 5\nlet a = 2')).toEqual([null, 1]);
  // The file was changed while the window was closed.
  const last = open();
  follow(last, a, 'let b = 5\nlet c = 8\nlet a = 3');
  expect(known(last, a, 'let b = 5\nlet c = 8\nlet a = 3')).toEqual([null, null, 1]);
});

test('one that is not open any more is opened anew', () => {
  const openings = open();
  follow(openings, a, 'let a = 1');
  follow(openings, a, 'let a = 2');
  vi.runAllTimers();
  const next = open((uri) => uri !== a);
  follow(next, a, 'let a = 2');
  expect(known(next, a, 'let a = 2')).toEqual([2]);
  openings.forget(a);
  follow(openings, a, 'let a = 2');
  expect(known(openings, a, 'let a = 2')).toEqual([2]);
});

test('a file, and the files of a folder, keep them under another name', () => {
  const openings = open();
  follow(openings, a, 'let a = 1');
  openings.renamed(a, b);
  follow(openings, b, 'let a = 2');
  expect(known(openings, b, 'let a = 2')).toEqual([1]);
  openings.renamed('file:///w', 'file:///v');
  follow(openings, 'file:///v/b.lvm', 'let a = 3');
  expect(known(openings, 'file:///v/b.lvm', 'let a = 3')).toEqual([1]);
});

test('what was written down otherwise, or is too large, is left alone', () => {
  values.set('lvm.opened', [{ uri: a, text: 'let a = 1', numbers: [['x']] }]);
  const openings = open();
  expect(known(openings, a, 'let a = 1')).toEqual([null]);
  const long = `let a = 1${' '.repeat(100_001)}`;
  follow(openings, a, long);
  for (let i = 0; i < 40; i++) follow(openings, `file:///w/${i}.lvm`, `let a = ${i}`);
  vi.runAllTimers();
  const kept = values.get('lvm.opened') as { uri: string }[];
  expect(kept.map(({ uri }) => uri)).toEqual(Array.from({ length: 32 }, (_, i) => `file:///w/${i + 8}.lvm`));
  expect(known(openings, a, long)).toEqual([1]);
});
