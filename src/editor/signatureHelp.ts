import * as vscode from 'vscode';
import { type Signature, signatureHelp } from '../features/signatureHelp';
import type { Analyses } from '../host/analyses';
import { toMarkdown } from '../host/convert';
import { selector } from '../host/selector';

export function registerSignatureHelp(analyses: Analyses): vscode.Disposable {
  const provider: vscode.SignatureHelpProvider = {
    provideSignatureHelp(document, position) {
      const found = signatureHelp(analyses.get(document), document.offsetAt(position));
      if (!found) return null;
      const help = new vscode.SignatureHelp();
      help.signatures = found.signatures.map(toSignature);
      help.activeSignature = found.activeSignature;
      help.activeParameter = active(found.signatures[found.activeSignature]);
      return help;
    },
  };
  return vscode.languages.registerSignatureHelpProvider(selector, provider, {
    triggerCharacters: ['(', ','],
    retriggerCharacters: [')', ':', '='],
  });
}

function toSignature(from: Signature): vscode.SignatureInformation {
  const signature = new vscode.SignatureInformation(from.label, toMarkdown(from.documentation));
  signature.parameters = from.parameters.map(
    ({ label, documentation }) => new vscode.ParameterInformation([...label], toMarkdown(documentation)),
  );
  signature.activeParameter = active(from);
  return signature;
}

/** The editor marks none where the number is beyond the last. */
function active(signature: Signature | undefined): number {
  return signature?.activeParameter ?? signature?.parameters.length ?? 0;
}
