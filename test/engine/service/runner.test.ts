import { describe, expect, it } from 'vitest';
import type { PreviewAnswer } from '../../../src/engine/api/preview';
import { Runner } from '../../../src/engine/service/runner';
import { Session } from '../../../src/engine/service/session';
import { analyse } from '../../../src/language/analyse';
import { bumps, requestFor, threeBumps } from '../build';
import { backends } from '../plain';

const slow = analyse(`
latent   z     ~ Normal(0, 1)^6
observed x | z ~ Normal(sum(z * z), 0.02)`).model!;

/** A runner whose clock moves on by `tick` milliseconds at every look, and that does `between` in every pause. */
function setUp(between: () => void, tick = 5) {
  const posted: PreviewAnswer[] = [];
  let time = 0;
  const runner = new Runner(
    new Session(),
    backends,
    (answer) => posted.push(answer),
    () => {
      time += tick;
      return time;
    },
    () => {
      between();
      return Promise.resolve();
    },
  );
  return { runner, posted };
}

describe('the runner', () => {
  it('answers a request', async () => {
    const { runner, posted } = setUp(() => {});
    runner.submit(requestFor(bumps(threeBumps)));
    await runner.idle();
    expect(posted).toMatchObject([{ kind: 'preview', final: true, reused: false }]);
  });

  it('leaves a long computation for a newer request', async () => {
    let pauses = 0;
    const newer = requestFor(bumps(threeBumps));
    const { runner, posted } = setUp(() => {
      pauses++;
      if (pauses === 3) runner.submit(newer);
    }, 1);
    const older = { ...requestFor(slow), generation: newer.generation - 1 };
    runner.submit(older);
    await runner.idle();
    expect(posted.at(-1)).toMatchObject({ generation: newer.generation, final: true });
    expect(
      posted.filter((answer) => answer.generation === older.generation && 'final' in answer && answer.final),
    ).toEqual([]);
  });

  it('keeps only the newest of the requests that wait', async () => {
    const { runner, posted } = setUp(() => {});
    const all = [1, 2, 3].map((generation) => ({ ...requestFor(bumps(threeBumps)), generation }));
    for (const request of all) runner.submit(request);
    await runner.idle();
    expect(new Set(posted.map(({ generation }) => generation)).has(2)).toBe(false);
    expect(posted.at(-1)!.generation).toBe(3);
  });

  it('knows a structure that came with a request it never answered', async () => {
    const { runner, posted } = setUp(() => {});
    const model = bumps(threeBumps);
    runner.submit(requestFor(slow));
    runner.submit(requestFor(model));
    const last = { ...requestFor(model), structure: null };
    runner.submit(last);
    await runner.idle();
    expect(posted.at(-1)).toMatchObject({ kind: 'preview', generation: last.generation });
  });

  it('refuses a structure that it never got', async () => {
    const { runner, posted } = setUp(() => {});
    runner.submit({ ...requestFor(bumps(threeBumps)), structure: null });
    await runner.idle();
    expect(posted).toMatchObject([{ kind: 'refusal' }]);
  });

  it('turns a fault of its own into a refusal that says whose fault it is', async () => {
    const { runner, posted } = setUp(() => {});
    const request = requestFor(bumps(threeBumps));
    const structure = { ...request.structure!, params: [] };
    runner.submit({ ...request, structureKey: 'broken', structure });
    await runner.idle();
    expect(posted[0]).toMatchObject({
      kind: 'refusal',
      reason: expect.stringContaining('a fault of the preview') as string,
    });
  });
});
