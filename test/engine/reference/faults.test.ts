import { describe, expect, it } from 'vitest';
import { ask } from '../../claims/ask';
import { openFaults } from '../../claims/open';
import faults from '../../reference/faults.json';

interface Fault {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly of: string;
  readonly at?: readonly unknown[];
  readonly logDensity?: readonly unknown[];
  readonly given?: Readonly<Record<string, unknown>>;
  readonly want?: Readonly<Record<string, number | null>>;
  readonly tolerance: number;
}

const cases = faults as readonly Fault[];

/** Seconds of processor time for each: those that are right take a moment. */
const limit = 4;

/** Equal within the tolerance relative to max(1, |value|); infinite numbers are strings in both. */
function near(value: unknown, wanted: unknown, tolerance: number): boolean {
  if (typeof wanted !== 'number') return value === wanted;
  return typeof value === 'number' && Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

/** What the command line answers that is not as it should be, one line each. */
async function wrong(fault: Fault): Promise<string[]> {
  const { text, of, at, given, tolerance } = fault;
  const question =
    at !== undefined
      ? ({ kind: 'density', of, at } as const)
      : ({ kind: 'posterior', of, given: given ?? {} } as const);
  const reply = await ask({ text }, question, limit);
  if (reply.kind !== 'answer') return [`${reply.kind}${'words' in reply ? `: ${reply.words}` : ''}`];
  const answer = reply.answer as Readonly<Record<string, unknown>>;
  const wanted: readonly (readonly [string, unknown, unknown])[] =
    at !== undefined
      ? fault.logDensity!.map((log, i) => [`at ${JSON.stringify(at[i])}`, (answer.logDensity as unknown[])[i], log])
      : Object.entries(fault.want!).map(([key, value]) => [key, answer[key], value]);
  return wanted
    .filter(([, value, truth]) => !near(value, truth, tolerance))
    .map(([what, value, truth]) => `${what}: ${value} for ${truth}`);
}

describe('numerical faults of 1 December 2026', () => {
  it('are listed as open by their names', () => {
    const names = cases.map(({ name }) => name);
    expect(cases).toHaveLength(28);
    expect([...openFaults.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(cases.filter(({ name }) => !openFaults.has(name)))('$name is right', async (fault) => {
    expect(await wrong(fault)).toEqual([]);
  });

  it.each(cases.filter(({ name }) => openFaults.has(name)))('$name is still wrong', async (fault) => {
    expect(await wrong(fault), `${fault.name} is right now: take it off the list in test/claims/open.ts`).not.toEqual(
      [],
    );
  });
});
