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

/** How long, in milliseconds, what comes in a moment on an idle machine may take. */
const patience = 60_000;

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
      await workbench.page.goto(server.url, { timeout: patience });
      await workbench.ready();
    } catch (error) {
      const picture = await workbench.screenshot('workbench-did-not-open').catch(({ message }: Error) => message);
      await browser.close();
      throw new Error(`VS Code did not open (${picture}): ${(error as Error).message}`);
    }
    return workbench;
  }

  /** Waits until the workbench takes commands. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: patience });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: patience });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /**
   * Reloads the window and waits for the workbench. VS Code asks before it throws away a change that it has not yet written
   * down, which it does a second after the change: then this stays, and asks again.
   */
  async reload(): Promise<void> {
    await this.again('Reloading the window', async () => {
      const left = this.page.waitForEvent('load', { timeout: 2 * patience }).then(() => true);
      const asked = this.page.waitForEvent('dialog', { timeout: 2 * patience }).then(async (dialog) => {
        await dialog.dismiss();
        return false;
      });
      left.catch(() => {});
      asked.catch(() => {});
      await this.command('Developer: Reload Window');
      if (!(await Promise.race([left, asked]))) throw new Error('VS Code has changes that it has not written down');
    });
    await this.ready();
  }

  /** @returns what this extension has done wrong in any console since the last call */
  takeFaults(): string[] {
    return faults(this.browser.log.splice(0));
  }

  /**
   * Does something again until it has its effect: keys and clicks reach nobody while a webview takes the keyboard over or
   * gives it up, and what they opened may close again.
   *
   * @param what for the error
   * @param attempt throws where the effect has not come in so many milliseconds: more from time to time, for a busy machine
   */
  private async again<T>(what: string, attempt: (moment: number) => Promise<T>): Promise<T> {
    const end = Date.now() + patience;
    for (let moment = 3000; ; moment += 2000) {
      try {
        return await attempt(moment);
      } catch (error) {
        if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s. ${(error as Error).message}`);
      }
    }
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
    await this.again(`The command ${title}`, async (moment) => {
      await this.open('F1', `>${title}`, moment);
      try {
        await this.row(title).click({ timeout: moment });
      } catch (error) {
        await this.page.keyboard.press('Escape');
        await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: moment });
        throw error;
      }
    });
  }

  /** @returns the titles that the palette offers for a search */
  async commandsFor(search: string): Promise<string[]> {
    return this.again(`The commands for ${search}`, async (moment) => {
      await this.open('F1', `>${search}`, moment);
      // The list follows the text by a moment, and then marks what fits, or says that only something similar does.
      const rows = this.page.locator('.quick-input-list .monaco-list-row');
      const similar = this.page.locator('[aria-label*="similar commands"], [aria-label*="No matching"]');
      const answer = rows.and(similar).or(rows.filter({ has: this.page.locator('.highlight') }));
      await answer.first().waitFor({ timeout: moment });
      const titles = await rows.locator('.label-name').allInnerTexts();
      await this.page.keyboard.press('Escape');
      return titles;
    });
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
    await this.again(`Opening ${name}`, async (moment) => {
      await this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).dblclick();
      await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: moment });
    });
    await this.activeEditor.locator('.view-line').first().waitFor();
  }

  /** The visible input of the palette with a text in it. */
  async quickInput(key: string, text: string): Promise<void> {
    await this.again(`The input that ${key} opens`, (moment) => this.open(key, text, moment));
  }

  private async open(key: string, text: string, moment: number): Promise<void> {
    await this.page.keyboard.press(key);
    await this.input.waitFor({ timeout: moment });
    await this.input.fill(text, { timeout: moment });
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
    await this.again(`The keyboard in ${name}`, async (moment) => {
      await this.tab(name).click({ timeout: moment });
      await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: moment });
      // By the mouse alone: a locator would scroll the workbench itself to bring all of the text into view.
      const box = await this.activeEditor.boundingBox({ timeout: moment });
      if (box === null) throw new Error('The editor is not on the screen.');
      await this.page.mouse.click(box.x + box.width / 3, box.y + box.height * 0.8);
      await this.keyboardInText(moment);
    });
  }

  private async keyboardInText(moment: number): Promise<void> {
    await this.page
      .locator('.editor-group-container.active .editor-instance .monaco-editor.focused')
      .waitFor({ timeout: moment });
  }

  /** Closes all editors and previews; what was not saved is dropped first, so that nothing asks. */
  async closeEditors(): Promise<void> {
    await this.command('View: Close All Editors');
    const drop = this.page.locator('.monaco-dialog-box').getByText(/Don't Save/);
    await this.again('Closing all editors', async (moment) => {
      const none = this.page.locator('.editor-group-container.empty');
      await drop.or(none).first().waitFor({ timeout: moment });
      if (await drop.isVisible()) await drop.click({ timeout: moment });
      await this.page.locator('.tab').first().waitFor({ state: 'detached', timeout: moment });
    });
  }

  /** A row of the list of suggestions. */
  suggestion(label: string): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row').filter({
      has: this.page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }),
    });
  }

  /** Puts the cursor of the active editor at a line and column, both counted from 1; the keyboard is there then. */
  async goTo(line: number, column: number): Promise<void> {
    await this.again(`Line ${line}, column ${column}`, async (moment) => {
      await this.open('Control+G', `:${line}:${column}`, moment);
      await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: moment });
      // Enter before the box has read its text does nothing, or goes where the text before said.
      await this.input.press('Enter', { timeout: moment });
      await this.cursorAt(`Ln ${line}, Col ${column}`, moment);
    });
  }

  /** Waits until the status bar says where the cursor is, and the text has the keyboard. */
  private async cursorAt(place: string, moment: number): Promise<void> {
    await this.page
      .locator('[id="status.editor.selection"]')
      .getByText(place, { exact: true })
      .waitFor({ timeout: moment });
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: moment });
    await this.keyboardInText(moment);
  }

  /** Types key by key, as a person does: brackets close themselves and suggestions come up. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Replaces the characters of one line from column `from` up to, not including, column `to`. */
  async replace(line: number, from: number, to: number, text: string): Promise<void> {
    await this.again(`Selecting columns ${from} to ${to} of line ${line}`, async (moment) => {
      await this.goTo(line, from);
      for (let column = from; column < to; column++) await this.page.keyboard.press('Shift+ArrowRight');
      const selected = to > from ? ` (${to - from} selected)` : '';
      await this.cursorAt(`Ln ${line}, Col ${to}${selected}`, moment);
    });
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
