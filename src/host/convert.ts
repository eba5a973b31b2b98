import * as vscode from 'vscode';
import type { Edit } from '../language/syntax/diagnostic';
import type { Span } from '../language/syntax/span';

export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function toTextEdit(document: vscode.TextDocument, { span, text }: Edit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(document, span), text);
}

/** The extension writes all the Markdown that it shows; what stands in the user's model is fenced or escaped in it. */
export function toMarkdown(markdown: string): vscode.MarkdownString {
  return new vscode.MarkdownString(markdown);
}
