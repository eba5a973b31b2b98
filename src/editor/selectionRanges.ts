import * as vscode from 'vscode';
import { selectionRanges } from '../features/selectionRanges';
import type { Analyses } from '../host/analyses';
import { toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerSelectionRanges(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(selector, {
    provideSelectionRanges(document, positions) {
      return positions.map((position) => {
        const spans = selectionRanges(analyses.get(document), document.offsetAt(position));
        return spans.reduceRight<vscode.SelectionRange | undefined>(
          (parent, span) => new vscode.SelectionRange(toRange(document, span), parent),
          undefined,
        )!;
      });
    },
  });
}
