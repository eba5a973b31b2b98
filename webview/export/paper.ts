import type { Rgb } from '../plots/plane/ramp';

/** What a picture is made for. */
export type Paper = 'light' | 'dark';

/** What VS Code's own default themes say in the variables that the style sheet reads; the rest has fallbacks there. */
const papers: Readonly<Record<Paper, Readonly<Record<string, string>>>> = {
  light: {
    '--vscode-foreground': '#3b3b3b',
    '--vscode-editor-foreground': '#3b3b3b',
    '--vscode-editor-background': '#ffffff',
    '--vscode-descriptionForeground': '#5f5f5f',
    '--vscode-focusBorder': '#005fb8',
  },
  dark: {
    '--vscode-foreground': '#cccccc',
    '--vscode-editor-foreground': '#cccccc',
    '--vscode-editor-background': '#1f1f1f',
    '--vscode-descriptionForeground': '#9d9d9d',
    '--vscode-focusBorder': '#0078d4',
  },
};

/** Fonts that are somewhere on any machine: a picture is opened where this editor's fonts are not. */
const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** The theme's variables that a picture is drawn with. */
export function paperVariables(paper: Paper): ReadonlyMap<string, string> {
  return new Map([...Object.entries(papers[paper]), ['--vscode-font-family', fonts]]);
}

/** The colour of the page, of which the ramp of a heat map starts. */
export function paperBackground(paper: Paper): Rgb {
  return paper === 'light' ? [255, 255, 255] : [31, 31, 31];
}
