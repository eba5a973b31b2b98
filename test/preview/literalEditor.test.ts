import { beforeEach, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Analyses } from '../../src/host/analyses';
import { analyse } from '../../src/language/analyse';
import { LiteralEditor } from '../../src/preview/literalEditor';
import type { EditMessage } from '../../src/protocol';

/** A document in an editor: its text, and what each edit made of it. */
const page = vi.hoisted(() => ({
  text: '',
  version: 1,
  /** The first line after each edit, marked where a step to undo begins. */
  edits: [] as string[],
  uri: { toString: () => 'file:///a.lvm' },
  getText: (): string => page.text,
  positionAt: (offset: number): number => offset,
}));

vi.mock('vscode', () => {
  class Range {
    constructor(
      readonly start: number,
      readonly end: number,
    ) {}
  }
  const edit = async (
    build: (builder: { replace(range: Range, text: string): void }) => void,
    { undoStopBefore }: { undoStopBefore: boolean },
  ): Promise<boolean> => {
    const pieces: { range: Range; text: string }[] = [];
    build({ replace: (range, text) => pieces.push({ range, text }) });
    await Promise.resolve();
    for (const { range, text } of pieces.sort((a, b) => b.range.start - a.range.start))
      page.text = page.text.slice(0, range.start) + text + page.text.slice(range.end);
    page.version++;
    page.edits.push(`${undoStopBefore ? '| ' : ''}${page.text.split('\n')[0]}`);
    return true;
  };
  return { Range, window: { visibleTextEditors: [{ document: page, edit }] } };
});

const document = page as unknown as vscode.TextDocument;
const refused: string[] = [];
let editor: LiteralEditor;

beforeEach(() => {
  page.text = 'param mu = 1\nobserved x ~ Normal(mu, 1)';
  page.edits = [];
  refused.length = 0;
  const analyses = { get: () => analyse(page.text) } as unknown as Analyses;
  editor = new LiteralEditor(analyses, (gesture, reason) => refused.push(`${gesture}: ${reason}`));
});

function edit(gesture: number, was: number, value: number, structureKey = analyse(page.text).model!.structureKey) {
  const message: EditMessage = {
    type: 'edit',
    uri: 'file:///a.lvm',
    structureKey,
    gesture,
    changes: [{ slot: 0, was, value }],
  };
  return message;
}

test('a gesture is one step to undo, though its first move wrote nothing', async () => {
  for (const each of [edit(1, 1, 2), edit(1, 1, 3), edit(2, 3, 3), edit(2, 3, 4), edit(2, 3, 5)])
    await editor.take(document, each);
  expect(page.edits).toEqual(['| param mu = 2', 'param mu = 3', '| param mu = 4', 'param mu = 5']);
});

test('while one edit is on its way the next ones of its gesture are joined, and other gestures keep their turn', async () => {
  const all = [edit(3, 1, 4), edit(3, 1, 5), edit(3, 1, 6), edit(4, 6, 7), edit(5, 7, 8)];
  await Promise.all(all.map((each) => editor.take(document, each)));
  expect(page.edits).toEqual(['| param mu = 4', 'param mu = 6', '| param mu = 7', '| param mu = 8']);
  expect(refused).toEqual([]);
});

test('gestures of a panel that has begun anew are not those of the one before', async () => {
  await editor.take(document, edit(1, 9, 2));
  expect(refused).toHaveLength(1);
  editor.restart();
  await editor.take(document, edit(1, 1, 2));
  editor.restart();
  await editor.take(document, edit(1, 2, 3));
  expect(page.edits).toEqual(['| param mu = 2', '| param mu = 3']);
});

test('a gesture that made the text wrong takes it back', async () => {
  page.text = 'param mu: ordered = [-2, 3]\nlatent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ Normal(mu[z], 1)';
  const { structureKey } = analyse(page.text).model!;
  await editor.take(document, edit(1, -2, 7.25, structureKey));
  expect(analyse(page.text).model).toBeNull();
  await editor.take(document, edit(1, -2, -1.5, structureKey));
  expect(page.edits).toEqual(['| param mu: ordered = [7.25, 3]', 'param mu: ordered = [-1.5, 3]']);
  expect(refused).toEqual([]);
});

test('a wrong text that somebody else has changed is left alone', async () => {
  page.text = 'param mu: ordered = [-2, 3]\nlatent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ Normal(mu[z], 1)';
  const { structureKey } = analyse(page.text).model!;
  await editor.take(document, edit(1, -2, 7.25, structureKey));
  page.text = page.text.replace('param mu', 'param  mu');
  await editor.take(document, edit(1, -2, -1.5, structureKey));
  expect(page.edits).toHaveLength(1);
  expect(refused).toEqual(['1: The text has errors: mend them, and the plot can be dragged again.']);
});

test('what else is done with the text has its turn', async () => {
  const steps: string[] = [];
  const undo = async (): Promise<void> => {
    steps.push(page.text.split('\n')[0]!);
    await Promise.resolve();
    page.text = page.text.replace(/mu = \d/, 'mu = 1');
    page.version++;
  };
  await Promise.all([
    editor.take(document, edit(1, 1, 2)),
    editor.take(document, edit(1, 1, 3)),
    editor.inTurn(undo),
    editor.take(document, edit(2, 1, 5)),
  ]);
  await editor.inTurn(undo);
  expect(steps).toEqual(['param mu = 3', 'param mu = 5']);
  expect(refused).toEqual([]);
  await expect(editor.inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await editor.take(document, edit(3, 1, 4));
  expect(page.text).toContain('mu = 4');
});
