import * as vscode from 'vscode';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { isModel } from '../host/selector';
import type { Diagnostic, Severity } from '../language/syntax/diagnostic';

/** More are of no use to anyone, and cost time at every keystroke. */
const mostShown = 500;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows what the checker says of every open model, from within the change of the text. */
export function registerDiagnostics(context: vscode.ExtensionContext, analyses: Analyses): void {
  const collection = vscode.languages.createDiagnosticCollection('lvm');
  context.subscriptions.push(
    collection,
    analyses.onDidChange(({ document, analysis }) => {
      if (isModel(document)) collection.set(document.uri, toDiagnostics(document, analysis.diagnostics));
    }),
    analyses.onDidClose((document) => collection.delete(document.uri)),
  );
}

function toDiagnostics(document: vscode.TextDocument, diagnostics: readonly Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.slice(0, mostShown).map((diagnostic) => {
    const shown = new vscode.Diagnostic(
      toRange(document, diagnostic.span),
      diagnostic.message,
      severities[diagnostic.severity],
    );
    shown.source = 'lvm';
    shown.code = diagnostic.code;
    shown.relatedInformation = diagnostic.related.map(
      ({ span, message }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, toRange(document, span)), message),
    );
    return shown;
  });
}
