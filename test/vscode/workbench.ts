import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Browser, type BrowserOptions, faults, openBrowser } from './browser';
import { cache } from './install/cache';
import { type Plot, Preview } from './preview';
import type { Server } from './servers';

/** The theme names of VS Code that the tests and the screenshots use. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Dark High Contrast',
  highContrastLight: 'Light High Contrast',
} as const;

/** A real VS Code workbench in a real Chromium, driven as a person would: by keys and by what is on the screen. */
export class Workbench {
  readonly page: Page;

  private constructor(
    readonly browser: Browser,
    readonly url: string,
  ) {
    this.page = browser.page;
  }

  static async open(server: Server, options: BrowserOptions = {}): Promise<Workbench> {
    const browser = await openBrowser(options);
    const workbench = new Workbench(browser, server.url);
    try {
      await workbench.page.goto(server.url, { timeout: 60_000 });
      await workbench.ready();
    } catch (error) {
      await workbench.screenshot('workbench-did-not-open');
      await browser.close();
      throw error;
    }
    return workbench;
  }

  /** Waits until the workbench takes commands. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Reloads the window and waits for the workbench. */
  async reload(): Promise<void> {
    // VS Code for the web writes down which editors are open every five seconds, not when the page goes.
    await this.page.waitForTimeout(6000);
    const loaded = this.page.waitForEvent('load', { timeout: 60_000 });
    await this.command('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  /** @returns what this extension has done wrong in any console since the last call */
  takeFaults(): string[] {
    return faults(this.browser.log.splice(0));
  }

  // ------------------------------------------------------------------ commands

  /** Where the palette and its like take text, while one is open. */
  private get input(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /**
   * Runs a command by its title in the command palette, such as `LVM: Open Preview to the Side`; waits until the palette
   * offers it, which it decides when it opens.
   */
  async command(title: string): Promise<void> {
    const end = Date.now() + 20_000;
    for (;;) {
      await this.quickInput('F1', `>${title}`);
      try {
        await this.row(title).waitFor({ timeout: 3000 });
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.page.keyboard.press('Escape');
        await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      }
    }
    await this.pick(title);
  }

  /** @returns the titles that the palette offers for a search */
  async commandsFor(search: string): Promise<string[]> {
    await this.quickInput('F1', `>${search}`);
    // The list follows the text by a moment.
    await this.page.waitForTimeout(500);
    const rows = await this.page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return rows;
  }

  /** Opens a model alone in the window, its preview beside it. @returns the plot of it */
  async openBeside(name: string): Promise<Plot> {
    await this.closeEditors();
    await this.openFile(name);
    await this.command('LVM: Open Preview to the Side');
    return this.preview.plot(({ version }) => version > 0, `the plot of ${name}`);
  }

  /** Opens a file at the workspace's top by a double click in the explorer and waits for its editor. */
  async openFile(name: string): Promise<void> {
    await this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.activeEditor.locator('.view-line').first().waitFor();
  }

  /** The visible input of the palette with a text in it. */
  async quickInput(key: string, text: string): Promise<void> {
    // A key pressed while a webview takes the keyboard over, or gives it up, reaches nobody, or what it opened closes again.
    for (let pressed = 1; ; pressed++) {
      await this.page.keyboard.press(key);
      try {
        await this.input.waitFor({ timeout: 4000 });
        return await this.input.fill(text, { timeout: 4000 });
      } catch (error) {
        if (pressed === 4) throw error;
      }
    }
  }

  /** Takes the row of the open quick pick whose label is exactly `label`, ignoring case. */
  async pick(label: string): Promise<void> {
    await this.row(label).click();
  }

  private row(label: string): Locator {
    const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`, 'i');
    return this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exact }) })
      .first();
  }

  async setTheme(theme: string): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.input.fill(theme);
    await this.pick(theme);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  // ------------------------------------------------------------------ the editor

  get activeEditor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor');
  }

  tab(name: string): Locator {
    return this.page.locator(`.tab[data-resource-name="${name}"]`);
  }

  /** Gives the keyboard to the editor of an open file. */
  async focusEditor(name: string): Promise<void> {
    await this.tab(name).click();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    // By the mouse alone: a locator would scroll the workbench itself to bring all of the text into view.
    const box = await this.activeEditor.boundingBox();
    if (box === null) throw new Error(`The editor of ${name} is not on the screen.`);
    await this.page.mouse.click(box.x + box.width / 3, box.y + box.height * 0.8);
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Closes all editors and previews; what was not saved is dropped first, so that nothing asks. */
  async closeEditors(): Promise<void> {
    await this.command('View: Close All Editors');
    const drop = this.page.locator('.monaco-dialog-box').getByText(/Don't Save/);
    await Promise.race([
      this.page.locator('.tab').first().waitFor({ state: 'detached' }),
      drop.waitFor().then(() => drop.click()),
    ]);
    await this.page.locator('.tab').first().waitFor({ state: 'detached' });
  }

  /** A row of the list of suggestions. */
  suggestion(label: string): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row').filter({
      has: this.page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }),
    });
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.quickInput('Control+G', `:${line}:${column}`);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    // Enter before the box has read its text does nothing, and what it says of the place may be there for the text before.
    for (let pressed = 1; ; pressed++) {
      try {
        // To the box, never to the text when the box has gone meanwhile.
        await this.input.press('Enter', { timeout: 3000 });
        return await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 3000 });
      } catch (error) {
        if ((await this.input.count()) === 0) return;
        if (pressed === 5) throw error;
      }
    }
  }

  /** Types key by key, as a person does: brackets close themselves and suggestions come up. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Replaces the characters of one line from column `from` up to, not including, column `to`. */
  async replace(line: number, from: number, to: number, text: string): Promise<void> {
    await this.goTo(line, from);
    for (let column = from; column < to; column++) await this.page.keyboard.press('Shift+ArrowRight');
    await this.type(text);
  }

  /** The text on the screen, line by line: of the active editor, or of the one beside a preview that has the focus. */
  async visibleText(): Promise<string> {
    // In one go: between two questions the focus may go from one group to another.
    const found = await this.page.evaluate(() => {
      const first = (group: string) => document.querySelector(`${group} .editor-instance .monaco-editor`);
      const editor = first('.editor-group-container.active') ?? first('.editor-group-container');
      return [...(editor?.querySelectorAll<HTMLElement>('.view-line') ?? [])]
        .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replace(/\u00a0/g, ' '));
    });
    return found.join('\n');
  }

  /** How many squiggles of a severity are on the screen. */
  squiggles(severity: 'error' | 'warning'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** The rows of the problems view, each as one text. */
  async problems(): Promise<string[]> {
    await this.command('View: Toggle Problems');
    const panel = this.page.locator('.markers-panel');
    await panel.waitFor();
    const rows = await panel.locator('.monaco-list-row .marker-message-details-container').allInnerTexts();
    await this.command('View: Toggle Problems');
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  // ------------------------------------------------------------------ the preview

  /** The preview on the screen. */
  get preview(): Preview {
    return new Preview(this.page);
  }

  /** Writes a picture of the whole window to the git-ignored folder of failures. */
  async screenshot(name: string): Promise<string> {
    const folder = join(cache, 'failures');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name.replace(/[^\w-]+/g, '-')}.png`);
    await this.page.screenshot({ path, timeout: 20_000 });
    return path;
  }
}
