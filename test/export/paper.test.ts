import { describe, expect, it } from 'vitest';
import { colourOf } from '../../webview/export/colour';
import { paperBackground, paperVariables } from '../../webview/export/paper';

describe.each(['light', 'dark'] as const)('%s paper', (paper) => {
  const variables = paperVariables(paper);
  it('is of the colour that its heat maps start from', () => {
    expect(colourOf(variables.get('--vscode-editor-background') ?? '')?.rgb).toEqual(paperBackground(paper));
  });

  it('can be read', () => {
    const lightness = (name: string) =>
      (colourOf(variables.get(name) ?? '')?.rgb ?? []).reduce((a, b) => a + b, 0) / 765;
    const ground = lightness('--vscode-editor-background');
    for (const ink of ['--vscode-foreground', '--vscode-descriptionForeground']) {
      expect(Math.abs(lightness(ink) - ground)).toBeGreaterThan(0.4);
    }
    expect(ground > 0.5).toBe(paper === 'light');
  });
});
