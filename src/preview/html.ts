/** Addresses that the webview may load, as the editor gives them out for one webview. */
export interface PageAddresses {
  /** What the editor serves the extension's files from, for the content security policy. */
  readonly source: string;
  readonly style: string;
  readonly script: string;
  readonly worker: string;
  readonly wasmPlain: string;
  readonly wasmSimd: string;
}

/**
 * The hash of nothing. The toolkit's components put an empty style element into the page and fill it through its
 * style sheet; without this they would go without the theme's colours.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The page of a preview. It loads nothing but the extension's own files, runs one script, which carries the nonce, and
 * has no `eval`; WebAssembly may be compiled, and the worker starts from a blob, because a worker's script must come
 * from the page's own origin and the extension's files do not.
 *
 * @param nonce of `makeNonce`, new for every page.
 */
export function previewPage(addresses: PageAddresses, nonce: string): string {
  const { source } = addresses;
  const policy = [
    "default-src 'none'",
    `img-src ${source} data: blob:`,
    `style-src ${source} ${emptyStyle}`,
    `font-src ${source}`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `connect-src ${source}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="preload" as="fetch" crossorigin href="${attribute(addresses.worker)}">
<link rel="stylesheet" href="${attribute(addresses.style)}">
<title>LVM preview</title>
</head>
<body>
<div id="app" data-worker="${attribute(addresses.worker)}" data-wasm-plain="${attribute(addresses.wasmPlain)}" data-wasm-simd="${attribute(addresses.wasmSimd)}"></div>
<script nonce="${nonce}" src="${attribute(addresses.script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
