import type { PreviewInput } from '../host/analyses';
import type { Analysis } from '../language/analysis';
import { Lines } from '../language/syntax/lines';
import type { Model } from '../model/model';
import type { SentHostMessage, SentModelMessage, StaleMessage } from '../protocol';

/** A version of a document, as a preview names it. */
export interface DocumentVersion {
  readonly uri: string;
  /** The last part of its path. */
  readonly fileName: string;
  readonly version: number;
  /** Milliseconds since the epoch when the host heard of it. */
  readonly changedAt: number;
}

/** What a webview was sent last, and so need not be sent again. */
export interface Sent {
  readonly structureKey: string | null;
  readonly data: PreviewInput['data'] | null;
  readonly weights: PreviewInput['weights'] | null;
}

export const nothingSent: Sent = { structureKey: null, data: null, weights: null };

/** How many problems a `stale` message tells of. */
const problemsTold = 5;

/** The message for a text, `model` where it is whole and `stale` where it has errors, and what the webview then has. */
export function previewMessage(
  document: DocumentVersion,
  input: PreviewInput,
  sent: Sent,
): { message: SentHostMessage; sent: Sent } {
  const { analysis } = input;
  if (!analysis.model) return { message: staleMessage(document, analysis), sent };
  const { model } = analysis;
  return {
    message: modelMessage(document, model, input, sent),
    sent: { structureKey: model.structureKey, data: input.data, weights: input.weights },
  };
}

function modelMessage(document: DocumentVersion, model: Model, input: PreviewInput, sent: Sent): SentModelMessage {
  return {
    type: 'model',
    version: document.version,
    uri: document.uri,
    fileName: document.fileName,
    title: model.title,
    structureKey: model.structureKey,
    structure: model.structureKey === sent.structureKey ? null : model.structure,
    numbers: [...model.numbers],
    numberSpans: model.numberSpans.map(({ start, end }) => ({ start, end })),
    opened: input.opened(model.numberSpans),
    statementSpans: Array.from(model.statementSpans, ([name, spans]) => [
      name,
      spans.map(({ start, end }) => ({ start, end })),
    ]),
    views: model.views.map((view) => ({ ...view })),
    data: input.data === sent.data ? null : Array.from(input.data, ([name, columns]) => [name, [...columns]]),
    weights: input.weights === sent.weights ? null : [...input.weights],
    changedAt: document.changedAt,
  };
}

function staleMessage(document: DocumentVersion, analysis: Analysis): StaleMessage {
  const problems = analysis.diagnostics.filter(({ severity }) => severity === 'error');
  const lines = new Lines(analysis.text);
  return {
    type: 'stale',
    version: document.version,
    uri: document.uri,
    fileName: document.fileName,
    problems: problems.slice(0, problemsTold).map(({ message, span: { start, end } }) => ({
      message,
      line: lines.position(start).line + 1,
      span: { start, end },
    })),
    count: problems.length,
  };
}
