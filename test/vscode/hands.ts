import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Session } from './session';

/** What a person does to the numbers of a model with the mouse, and what the text says then. */
export class Hands {
  constructor(readonly session: Session) {}

  /** A grip by its name, such as `mean of z = 2`. */
  async grip(name: string): Promise<Locator> {
    const frame = await this.session.workbench.preview.frame();
    return frame!.locator(`[data-role=grip][aria-label="${name}"]`);
  }

  /** Takes a grip with the mouse and holds it. @returns where the mouse is, in pixels of the window */
  async take(name: string): Promise<{ x: number; y: number }> {
    const target = await this.grip(name);
    // A narrow panel is higher than its window.
    await target.scrollIntoViewIfNeeded();
    const box = (await target.boundingBox())!;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.session.workbench.page.mouse.move(at.x, at.y);
    await this.session.workbench.page.mouse.down();
    return at;
  }

  /** Takes a grip with the mouse and carries it so many pixels to the right and down, in small steps. */
  async drag(name: string, right: number, down = 0, { drop = true } = {}): Promise<void> {
    const { mouse } = this.session.workbench.page;
    const { x, y } = await this.take(name);
    for (let i = 1; i <= 10; i++) await mouse.move(x + (right * i) / 10, y + (down * i) / 10);
    if (drop) await mouse.up();
  }

  /** Waits until the text on the screen is what is wanted, and the panel owes it nothing more. */
  async settledText(wanted: (text: string) => boolean): Promise<string> {
    const { workbench } = this.session;
    let text = '';
    await expect
      .poll(async () => {
        const last = text;
        // Asked before the text is read: what it has got by then is on the screen.
        const owed = await (await workbench.preview.frame())?.locator('[data-role=panel]').getAttribute('data-owed');
        text = await workbench.visibleText();
        return owed === 'false' && text === last && wanted(text);
      })
      .toBe(true);
    return text;
  }

  /** The numbers behind a regular expression's groups in the text on the screen, once they satisfy and move no more. */
  async numbersInText(pattern: RegExp, wanted: (values: number[]) => boolean): Promise<number[]> {
    const read = (text: string) => (pattern.exec(text)?.slice(1) ?? []).map(Number);
    return read(
      await this.settledText((text) => {
        const values = read(text);
        return values.length > 0 && wanted(values);
      }),
    );
  }

  /** The same of the one group. */
  async numberInText(pattern: RegExp, wanted: (value: number) => boolean): Promise<number> {
    const [value] = await this.numbersInText(pattern, ([only]) => wanted(only!));
    return value!;
  }
}
