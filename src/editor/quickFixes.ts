import * as vscode from 'vscode';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';
import type { Diagnostic, Fix } from '../language/syntax/diagnostic';

/** Offers the mends that the checker's diagnostics carry. */
export function registerQuickFixes(context: vscode.ExtensionContext, analyses: Analyses): void {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics: shown }) {
      return analyses
        .get(document)
        .diagnostics.filter(({ span }) => toRange(document, span).intersection(range) !== undefined)
        .flatMap((diagnostic) => {
          const matching = shown.filter((candidate) => isShown(candidate, diagnostic, document));
          return diagnostic.fixes.map((fix, i) => toAction(document, fix, matching, i === 0));
        });
    },
  };
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(selector, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

function isShown(shown: vscode.Diagnostic, diagnostic: Diagnostic, document: vscode.TextDocument): boolean {
  return (
    shown.code === diagnostic.code &&
    shown.message === diagnostic.message &&
    shown.range.isEqual(toRange(document, diagnostic.span))
  );
}

function toAction(
  document: vscode.TextDocument,
  fix: Fix,
  diagnostics: vscode.Diagnostic[],
  preferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.isPreferred = preferred;
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of fix.edits) action.edit.replace(document.uri, toRange(document, span), text);
  return action;
}
