import type { Analysis } from '../language/analysis';
import type { Diagnostic } from '../language/syntax/diagnostic';
import { Lines } from '../language/syntax/lines';
import { toJson } from './json';

/** One JSON object a line for each diagnostic; lines and columns count from 1, columns in UTF-16 units, the end is the first column behind. */
export function diagnosticJson(file: string, { text, diagnostics }: Analysis): string {
  const lines = new Lines(text);
  return diagnostics
    .map(({ code, severity, span, message }) => {
      const [start, end] = [lines.position(span.start), lines.position(span.end)];
      return (
        toJson({
          file,
          code,
          severity,
          line: start.line + 1,
          column: start.column + 1,
          endLine: end.line + 1,
          endColumn: end.column + 1,
          message,
        }) + '\n'
      );
    })
    .join('');
}

/** `FILE:3:12: error: … (code)`, a line each, for people. */
export function diagnosticText(file: string, text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = new Lines(text);
  return diagnostics
    .map(({ code, severity, span, message }) => {
      const { line, column } = lines.position(span.start);
      return `${file}:${line + 1}:${column + 1}: ${severity}: ${message} (${code})\n`;
    })
    .join('');
}
