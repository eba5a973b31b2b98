import * as vscode from 'vscode';
import { hover } from '../features/hover';
import type { Analyses } from './analyses';
import { toMarkdown, toRange } from './convert';
import { selector } from './selector';

export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    provideHover(document, position) {
      const found = hover(analyses.get(document), document.offsetAt(position));
      return found && new vscode.Hover(toMarkdown(found.markdown), toRange(document, found.span));
    },
  });
}
