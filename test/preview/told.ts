import { analyse } from '../../src/language/analyse';
import type { Analysis } from '../../src/language/analysis';
import { nothingSent, previewMessage } from '../../src/preview/messages';
import { type ModelMessage, readHostMessage } from '../../src/protocol';

const document = { uri: 'file:///a.lvm', fileName: 'a.lvm', version: 1, changedAt: 0 };

/** The analysis of a text without data, and what the panel reads of it: a webview's messages are JSON. @throws Error where it is no model */
export function told(text: string): { readonly analysis: Analysis; readonly message: ModelMessage } {
  const analysis = analyse(text);
  const { message } = previewMessage(
    document,
    { analysis, data: new Map(), weights: new Map(), opened: (spans) => spans.map(() => null) },
    nothingSent,
  );
  const read = readHostMessage(JSON.parse(JSON.stringify(message)));
  if (typeof read === 'string' || read.type !== 'model') throw new Error(`${text}\n${JSON.stringify(read)}`);
  return { analysis, message: read };
}
