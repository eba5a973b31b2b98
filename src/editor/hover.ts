import * as vscode from 'vscode';
import { hover } from '../features/hover';
import type { Analyses } from '../host/analyses';
import { toMarkdown, toRange } from '../host/convert';
import { selector } from '../host/selector';

export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    provideHover(document, position) {
      const found = hover(analyses.get(document), document.offsetAt(position));
      return found && new vscode.Hover(toMarkdown(found.markdown), toRange(document, found.span));
    },
  });
}
