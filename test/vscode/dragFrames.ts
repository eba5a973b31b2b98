import { setTimeout } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import type { Workbench } from './workbench';

/** One drag of a grip, as the panel's own clock saw it; milliseconds. */
export interface DragFrames {
  /** From a movement of the mouse, as the browser took it in, to the painted curve that follows it. */
  readonly latencies: readonly number[];
  /** Between one painted curve and the next. */
  readonly intervals: readonly number[];
  /** Movements that the browser told the panel of, one in each of its frames at most. */
  readonly moves: number;
}

interface DragMarks {
  readonly requests: readonly { readonly generation: number; readonly at: number }[];
  readonly answers: readonly { readonly generation: number; readonly at: number }[];
  /** Absent until a drag is watched. */
  readonly moved?: number[];
  readonly drawn?: number[];
}

/** Runs in the panel's frame: notes every movement of the mouse, and when a new curve is on the screen. */
function watchDrag(): void {
  const marks = (window as unknown as { lvmMarks: DragMarks }).lvmMarks;
  const now = () => performance.timeOrigin + performance.now();
  const watched = marks.moved !== undefined;
  Object.assign(marks, { moved: [], drawn: [] });
  if (watched) return;
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => marks.moved?.push(performance.timeOrigin + timeStamp),
    true,
  );
  const curve = document.querySelector('[data-role=marginal]');
  if (curve === null) throw new Error('There is no curve.');
  new MutationObserver(() => {
    const { port1, port2 } = new MessageChannel();
    // The page draws in an animation frame; a task queued there runs once that frame is handed over.
    port1.onmessage = () => marks.drawn?.push(now());
    port2.postMessage(null);
  }).observe(curve, { attributes: true, attributeFilter: ['d'] });
}

/**
 * Drags a grip to and fro with the mouse, a movement about every frame of a 60 Hz screen, and gives what was painted when.
 * The workbench must have been opened with the script that marks the worker's requests and answers in `lvmMarks`.
 * @param grip its accessible name
 */
export async function dragFrames(
  workbench: Workbench,
  frame: Frame,
  grip: string,
  movements: number,
): Promise<DragFrames> {
  const { page } = workbench;
  const box = await frame.locator(`[data-role=grip][aria-label="${grip}"]`).boundingBox();
  if (box === null) throw new Error(`There is no grip ${grip}.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await frame.evaluate(watchDrag);
  await page.mouse.down();
  // Sent without waiting for the one before: a hand does not wait for the screen.
  const sent: Promise<void>[] = [];
  const started = performance.now();
  for (let i = 1; i <= movements; i++) {
    sent.push(page.mouse.move(x + 40 * Math.sin(i / 15), y));
    await setTimeout(Math.max(0, started + (i * 1000) / 60 - performance.now()));
  }
  await Promise.all(sent);
  await page.mouse.up();
  await page.waitForTimeout(500);
  return frame.evaluate(() => {
    const { requests, answers, moved = [], drawn = [] } = (window as unknown as { lvmMarks: DragMarks }).lvmMarks;
    const latencies = drawn.flatMap((at) => {
      const answer = answers.findLast((each) => each.at <= at);
      const request = requests.find(({ generation }) => generation === answer?.generation);
      const move = request === undefined ? undefined : moved.findLast((each) => each <= request.at);
      return move === undefined ? [] : [at - move];
    });
    const intervals = drawn.slice(1).map((at, i) => at - (drawn[i] ?? at));
    return { latencies, intervals, moves: moved.length };
  });
}
