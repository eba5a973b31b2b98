import type { Rgb } from '../../plots/plane/ramp';

/** What of the theme the style sheet cannot see to by itself. */
export interface Theme {
  readonly kind: 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
  readonly background: Rgb;
  /** In pixels. */
  readonly fontSize: number;
}

/** Reads the theme off the page, which VS Code keeps up to date in the body's class and in variables of the root. */
export function readTheme(page: Document): Theme {
  const { classList } = page.body;
  const kind = classList.contains('vscode-high-contrast-light')
    ? 'high-contrast-light'
    : classList.contains('vscode-high-contrast')
      ? 'high-contrast'
      : classList.contains('vscode-light')
        ? 'light'
        : 'dark';
  const style = getComputedStyle(page.body);
  const light = kind === 'light' || kind === 'high-contrast-light';
  const fontSize = Number.parseFloat(style.fontSize);
  return {
    kind,
    background:
      parseColour(style.getPropertyValue('--vscode-editor-background')) ?? (light ? [255, 255, 255] : [30, 30, 30]),
    fontSize: fontSize > 0 ? fontSize : 13,
  };
}

/** Calls back when VS Code changes the theme, until the returned function is called. */
export function watchTheme(page: Document, changed: (theme: Theme) => void): () => void {
  const observer = new MutationObserver(() => changed(readTheme(page)));
  observer.observe(page.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(page.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  return () => observer.disconnect();
}

/** @returns `#rgb`, `#rrggbb[aa]` or `rgb(…)` as numbers; null for anything else. */
export function parseColour(text: string): Rgb | null {
  const short = /^\s*#([\da-f])([\da-f])([\da-f])\s*$/i.exec(text);
  if (short !== null) return triple(short.slice(1).map((digit) => Number.parseInt(digit + digit, 16)));
  const long = /^\s*#([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?\s*$/i.exec(text);
  if (long !== null) return triple(long.slice(1).map((digits) => Number.parseInt(digits, 16)));
  const call = /^\s*rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(text);
  return call === null ? null : triple(call.slice(1).map(Number));
}

function triple(parts: readonly number[]): Rgb {
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
}
