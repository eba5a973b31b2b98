import * as vscode from 'vscode';
import { foldingRanges } from '../features/foldingRanges';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerFolding(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(selector, {
    provideFoldingRanges(document) {
      return foldingRanges(analyses.get(document)).map(({ span, kind }) => {
        const { start, end } = toRange(document, span);
        return new vscode.FoldingRange(
          start.line,
          end.line,
          kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined,
        );
      });
    },
  });
}
