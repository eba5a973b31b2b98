import { browserWanted, findBrowser } from '../../needs.mjs';
import { run } from './cache';

/**
 * The browser that the tests drive: `LVM_BROWSER`, or Chromium, Chrome or Edge in the usual places.
 *
 * @throws Error saying what to install where there is none
 */
export function findChromium(): string {
  const found = findBrowser();
  if (found === null) throw new Error(`The tests in a real browser need one: ${browserWanted}.`);
  return found;
}

/** As the browser names itself: `Chromium 156.0.8078.79 built on Debian …`. */
export async function chromiumVersion(program: string): Promise<string> {
  const output = await run(program, ['--version'], { cwd: process.cwd(), limit: 20_000 });
  return (
    output
      .split('\n')
      .map((line) => line.trim())
      .find((line) => /^(Chromium|Google Chrome|Microsoft Edge)\b/.test(line)) ?? 'unknown'
  );
}
