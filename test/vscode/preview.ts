import type { Frame, Page } from 'playwright-core';

/** What the panel's page says of the plot it shows, read from its elements. */
export class Preview {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** The innermost frame of a webview that holds our panel. */
  static async find(page: Page, limit = 30_000): Promise<Preview> {
    const end = Date.now() + limit;
    for (;;) {
      for (const frame of page.frames()) {
        if (frame.parentFrame() === null) continue;
        try {
          if ((await frame.locator('[data-role]').count()) > 0) return new Preview(page, frame);
        } catch {
          // The frame went away while we looked.
        }
      }
      if (Date.now() > end) throw new Error(`No LVM preview came up within ${limit / 1000} s.`);
      await page.waitForTimeout(100);
    }
  }
}
