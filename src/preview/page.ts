import * as vscode from 'vscode';
import { previewPage } from './html';
import { makeNonce } from './nonce';

/** Gives the panel its icon and its page; the page may load from the extension's `dist` and `media` and nothing else. */
export function openPage(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  const at = (...parts: string[]) => vscode.Uri.joinPath(extensionUri, ...parts);
  const address = (...parts: string[]) => panel.webview.asWebviewUri(at(...parts)).toString();
  panel.iconPath = { light: at('media', 'file-light.svg'), dark: at('media', 'file-dark.svg') };
  panel.webview.options = { enableScripts: true, localResourceRoots: [at('dist'), at('media')] };
  panel.webview.html = previewPage(
    {
      source: panel.webview.cspSource,
      style: address('dist', 'panel.css'),
      script: address('dist', 'webview.js'),
      worker: address('dist', 'worker.js'),
      wasmPlain: address('dist', 'tfjs-backend-wasm.wasm'),
      wasmSimd: address('dist', 'tfjs-backend-wasm-simd.wasm'),
    },
    makeNonce(),
  );
}
