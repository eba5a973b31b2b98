import type * as vscode from 'vscode';
import type { Analyses } from '../host/analyses';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { registerFolding } from './folding';
import { registerFormatting } from './formatting';
import { registerHighlight } from './highlight';
import { registerHover } from './hover';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerSelectionRanges } from './selectionRanges';
import { registerSemanticTokens } from './semanticTokens';
import { registerSignatureHelp } from './signatureHelp';
import { registerSymbols } from './symbols';

/** Registers every language feature other than the diagnostics and their quick fixes. */
export function registerFeatures(context: vscode.ExtensionContext, analyses: Analyses): void {
  context.subscriptions.push(
    registerCompletion(analyses),
    registerSignatureHelp(analyses),
    registerHover(analyses),
    registerDefinition(analyses),
    registerReferences(analyses),
    registerHighlight(analyses),
    registerRename(analyses),
    registerSymbols(analyses),
    registerFolding(analyses),
    registerSelectionRanges(analyses),
    registerSemanticTokens(analyses),
    registerFormatting(analyses),
  );
}
