import { expect } from 'vitest';
import type { Diagnostic, Edit, Severity } from '../../src/language/syntax/diagnostic';
import type { Span } from '../../src/language/syntax/span';

/**
 * Reduces a test of the parser or of a rule to a source, a message and a span. The span is marked in the source:
 * `latent z ~ «Normla»(0, 1)` stands for the text without the marks and one span over `Normla`; `«»` is an empty span.
 */
export interface Marked {
  readonly text: string;
  /** In the order of their opening marks; marks may nest. */
  readonly spans: readonly Span[];
}

export interface Expected {
  readonly code: string;
  readonly message: string;
  /** `error` unless said. */
  readonly severity?: Severity;
  /** The text after the first fix; null for no fix. Left out: not looked at. */
  readonly fixed?: string | null;
  /** The title of the first fix. Left out: not looked at. */
  readonly fixTitle?: string;
  /** The messages of the related places. Left out: not looked at. */
  readonly related?: readonly string[];
}

type Diagnose = (text: string) => readonly Diagnostic[];

/** Takes the marks out of a source. Throws where they do not pair up: the test itself is then wrong. */
export function unmark(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const character of source) {
    if (character === '«') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (character === '»') {
      const span = open.pop();
      if (span === undefined) throw new Error(`» without « in ${JSON.stringify(source)}`);
      span.end = text.length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`« without » in ${JSON.stringify(source)}`);
  return { text, spans };
}

/** The text with the spans marked, for a failure that can be read. */
export function mark(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap((span, order) => [
    { at: span.start, rank: order, mark: '«' },
    { at: span.end, rank: span.end > span.start ? -order : order + 0.5, mark: '»' },
  ]);
  marks.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let marked = '';
  let done = 0;
  for (const { at, mark } of marks) {
    marked += text.slice(done, at) + mark;
    done = at;
  }
  return marked + text.slice(done);
}

/** The text after the edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, text: insertion } of ordered) {
    if (span.start < done) throw new Error(`overlapping edits: ${JSON.stringify(edits)}`);
    result += text.slice(done, span.start) + insertion;
    done = span.end;
  }
  return result + text.slice(done);
}

/**
 * Asserts that `diagnose` finds in the source exactly the expected diagnostics, the n-th one (in the order of the text)
 * at the n-th mark.
 */
export function expectDiagnostics(diagnose: Diagnose, source: string, expected: readonly Expected[]): void {
  const { text, spans } = unmark(source);
  if (spans.length !== expected.length) {
    throw new Error(`${spans.length} marks for ${expected.length} expected diagnostics in ${JSON.stringify(source)}`);
  }
  const found = [...diagnose(text)].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const view = (code: string, severity: Severity, message: string, span: Span) => ({
    code,
    severity,
    message,
    at: mark(text, [span]),
  });
  expect(found.map((d) => view(d.code, d.severity, d.message, d.span))).toEqual(
    expected.map((e, i) => view(e.code, e.severity ?? 'error', e.message, spans[i]!)),
  );
  expected.forEach((e, i) => {
    const diagnostic = found[i]!;
    const fix = diagnostic.fixes[0];
    if (e.fixed !== undefined) expect(fix ? applyEdits(text, fix.edits) : null).toBe(e.fixed);
    if (e.fixTitle !== undefined) expect(fix?.title).toBe(e.fixTitle);
    if (e.related !== undefined) expect(diagnostic.related.map((r) => r.message)).toEqual(e.related);
  });
}

/** Asserts that there is nothing to say about the text. */
export function expectClean(diagnose: Diagnose, text: string): void {
  expectDiagnostics(diagnose, text, []);
}
