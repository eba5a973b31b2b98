import { completion, itemDocumentation } from '../../src/features/completion';
import { definition } from '../../src/features/definition';
import { documentSymbols } from '../../src/features/documentSymbols';
import { foldingRanges } from '../../src/features/foldingRanges';
import { formatting } from '../../src/features/formatting';
import { highlight } from '../../src/features/highlight';
import { hover } from '../../src/features/hover';
import { references } from '../../src/features/references';
import { prepareRename, rename } from '../../src/features/rename';
import { selectionRanges } from '../../src/features/selectionRanges';
import { semanticTokens } from '../../src/features/semanticTokens';
import { signatureHelp } from '../../src/features/signatureHelp';
import { analyse } from '../../src/language/analyse';
import type { Analysis, DataFile, DataFiles } from '../../src/language/analysis';
import type { Edit } from '../../src/language/syntax/diagnostic';
import type { Span } from '../../src/language/syntax/span';
import { previewMessage } from '../../src/preview/messages';
import { tableOf } from '../files/tables';
import { applyEdits } from '../language/harness';

/** Throws where a law does not hold. */
export function holds(condition: boolean, law: () => string): void {
  if (!condition) throw new Error(`It does not hold that ${law()}.`);
}

/** Files that the corpus names, and others that are not there. */
const files: DataFiles = new Map<string, DataFile>([
  ['faithful.csv', tableOf({ eruptions: ['3.6', 'x', '-1'] })],
  ['a.csv', { kind: 'missing', reason: 'There is no file `a.csv` here.' }],
]);

/** Whether a text can be shown to a user: it ends as a sentence does, and no value slipped into it. */
export const isSentence = (text: string) => /[.!?]$/.test(text) && !/undefined|NaN|\[object/.test(text);

/** What holds of every text: it is checked, what is said of it lies within it, and without an error its model is built. */
export function languageLaws(text: string): Analysis {
  const analysis = analyse(text, files);
  const { diagnostics, symbols } = analysis;
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  const { model } = analysis;
  holds((model === null) === hasError, () => 'a text has a model or an error');
  const expectInside = ({ start, end }: Span) =>
    holds(start >= 0 && start <= end && end <= text.length, () => `${start} to ${end} lies in the text`);
  let last = 0;
  for (const { span, fixes, related, message, code } of diagnostics) {
    expectInside(span);
    holds(span.start >= last, () => 'diagnostics are in order');
    last = span.start;
    holds(/^[a-z]+(-[a-z]+)*$/.test(code), () => `${code} is a code`);
    holds(isSentence(message), () => `"${message}" is a sentence`);
    for (const { edits } of fixes) {
      for (const edit of edits) expectInside(edit.span);
      applyEdits(text, edits);
    }
    for (const place of related) expectInside(place.span);
  }
  const written = ({ start, end }: Span) => text.slice(start, end);
  for (const { span, defined } of symbols.uses)
    holds(written(span) === defined.name, () => `"${written(span)}" is a use of ${defined.name}`);
  for (const [name, { spans }] of symbols.globals)
    for (const span of spans) holds(written(span) === name, () => `"${written(span)}" is a definition of ${name}`);
  if (model !== null) {
    for (const span of model.numberSpans) expectInside(span);
    holds(model.numbers.length === model.numberSpans.length, () => 'every number has its place');
  }
  return analysis;
}

const surroundings = { files: ['faithful.csv'], data: files };
const nothing = { structureKey: null, data: null, weights: null };
const named = { uri: 'file:///a.lvm', fileName: 'a.lvm', version: 1, changedAt: 0 };

/** What holds of every language feature at every place of every text. @param offset a place in the text */
export function featureLaws(analysis: Analysis, offset: number, newName: string): void {
  const { text } = analysis;
  const expectInside = ({ start, end }: Span, what: string) =>
    holds(start >= 0 && start <= end && end <= text.length, () => `a ${what} lies in the text`);
  const expectEdits = (edits: readonly Edit[], what: string) => {
    for (const { span } of edits) expectInside(span, what);
    applyEdits(text, edits);
  };
  for (const item of completion(analysis, offset, surroundings)) {
    holds(item.replace.start <= offset && offset <= item.replace.end, () => 'a completion is of the word at the caret');
    expectInside(item.replace, 'completion');
    itemDocumentation(analysis, item);
  }
  const found = hover(analysis, offset);
  if (found) holds(found.span.start <= offset && offset <= found.span.end, () => 'a hover is of the word at the caret');
  signatureHelp(analysis, offset);
  definition(analysis, offset);
  for (const span of references(analysis, offset, true)) expectInside(span, 'reference');
  for (const { span } of highlight(analysis, offset)) expectInside(span, 'highlight');
  for (const span of selectionRanges(analysis, offset)) expectInside(span, 'selection');
  prepareRename(analysis, offset);
  const renamed = rename(analysis, offset, newName);
  if (renamed.kind === 'edits') expectEdits(renamed.edits, 'rename');
  else holds(isSentence(renamed.reason), () => `"${renamed.reason}" is a sentence`);
  documentSymbols(analysis);
  foldingRanges(analysis);
  semanticTokens(analysis);
  expectEdits(formatting(analysis), 'change of the layout');
  previewMessage(
    named,
    { analysis, data: new Map(), weights: new Map(), opened: (spans) => spans.map(() => null) },
    nothing,
  );
}
