// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { parseColour, readTheme, watchTheme } from '../../../webview/ui/scene/theme';

describe('the theme', () => {
  it.each([
    ['vscode-light', 'light'],
    ['vscode-dark', 'dark'],
    ['vscode-high-contrast', 'high-contrast'],
    ['vscode-high-contrast vscode-high-contrast-light', 'high-contrast-light'],
    ['', 'dark'],
  ])('of a body of the class %j is %s', (classes, kind) => {
    document.body.className = classes;
    expect(readTheme(document).kind).toBe(kind);
  });

  it('has the editor’s background, or one that suits it', () => {
    document.body.className = 'vscode-light';
    expect(readTheme(document).background).toEqual([255, 255, 255]);
    document.body.setAttribute('style', '--vscode-editor-background: #fdf6e3');
    expect(readTheme(document).background).toEqual([253, 246, 227]);
    document.body.removeAttribute('style');
  });

  it('is read again when VS Code changes it', async () => {
    document.body.className = 'vscode-dark';
    const changed = vi.fn();
    const stop = watchTheme(document, changed);
    document.body.className = 'vscode-light';
    await expect.poll(() => changed).toHaveBeenCalledWith(expect.objectContaining({ kind: 'light' }));
    stop();
  });
});

it('colours are read as CSS writes them', () => {
  expect(parseColour('#1f1f1f')).toEqual([31, 31, 31]);
  expect(parseColour(' #fff ')).toEqual([255, 255, 255]);
  expect(parseColour('#00ff0080')).toEqual([0, 255, 0]);
  expect(parseColour('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
  expect(parseColour('rgba(1 2 3 / 50%)')).toEqual([1, 2, 3]);
  expect(parseColour('hotpink')).toBeNull();
  expect(parseColour('')).toBeNull();
});
