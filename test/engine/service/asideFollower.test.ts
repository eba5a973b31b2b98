import { describe, expect, it } from 'vitest';
import type { Aside } from '../../../src/engine/api/aside';
import { AsideFollower } from '../../../src/engine/service/asideFollower';
import { answers, final } from '../ask';
import { bumps, requestFor, threeBumps } from '../build';
import { ask } from '../models';

const withAsides = (request: ReturnType<typeof requestFor>, asides: readonly Aside[]) => ({
  ...request,
  query: { ...request.query, asides },
});

describe('an aside', () => {
  const rows: Aside = { kind: 'rows', count: 5 };

  it('comes with the second answer, so that the pictures are not kept waiting', () => {
    const all = answers(withAsides(requestFor(bumps(threeBumps)), [rows]));
    const kinds = all.map((answer) => (answer.kind === 'preview' ? (answer.asides[0]?.kind ?? null) : 'refused'));
    expect(kinds.slice(0, 2)).toEqual([null, 'rows']);
    expect(all.map((answer) => answer.kind === 'preview' && answer.final)).toEqual(
      kinds.map((_, i) => i === kinds.length - 1),
    );
  });

  it('that cannot be answered says why, and the pictures are drawn all the same', () => {
    const missing: Aside = { kind: 'conditional', latent: { variable: 'z', index: null }, values: [1, 2, 3] };
    const preview = final(withAsides(requestFor(bumps(threeBumps)), [missing, rows]));
    expect(preview.asides.map((answer) => answer?.kind)).toEqual(['none', 'rows']);
    expect(preview.observed.kind).toBe('curve');
  });

  it('does not change the pictures beside it', () => {
    const request = ask('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(3 * z), 0.4)');
    expect(final(withAsides(request, [rows])).observed).toEqual(final(request).observed);
  });
});

it('only what is cheap belongs to the first answer', () => {
  const prompt = (aside: Aside): boolean => new AsideFollower({} as never, aside, {} as never).prompt;
  expect(prompt({ kind: 'conditional', latent: { variable: 'z', index: null }, values: [0] })).toBe(true);
  expect(prompt({ kind: 'rows', count: 1 })).toBe(false);
});
