import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { ModelMessage, StaleMessage } from '../../../src/protocol';
import { takeSnapshot } from '../../../webview/ui/compare/snapshot';
import { exportRows } from '../../../webview/ui/export/exporting';
import { answer, choose, edit, fail, letGo, receive, resample } from '../../../webview/ui/request/events';
import { ask } from '../../../webview/ui/request/step';
import { initialState, keptState, plotOf, statusOf } from '../../../webview/ui/state/state';
import { choice, preview } from '../../plots/fixtures';
import { modelMessage } from '../modelMessage';
import { structureOf } from '../structures';

const structure: Structure = structureOf({ z: ['category', []], x: ['real', ['z']] });

const model = (parts: Partial<ModelMessage> = {}): ModelMessage =>
  modelMessage({ structure, numbers: [1, 2], ...parts });

function stale(parts: Partial<StaleMessage> = {}): StaleMessage {
  return {
    type: 'stale',
    version: 2,
    uri: 'file:///a.lvm',
    fileName: 'a.lvm',
    problems: [{ message: 'x is not defined.', line: 6, span: { start: 1, end: 2 } }],
    count: 1,
    ...parts,
  };
}

const refusal = (generation: number): Refusal => ({ kind: 'refusal', generation, reason: 'Too many states.' });
const start = initialState(null);
const asked = receive(start, model()).state;
const shown = answer(asked, preview({ generation: 1 })).state;

describe('a file of another name', () => {
  it('goes on with what was chosen for it, and with what it is compared with', () => {
    const chosen = choose(
      { ...shown, scale: 'log', snapshot: takeSnapshot(shown).state.snapshot },
      'latent',
      'k',
    ).state;
    const told = receive(chosen, { type: 'renamed', from: 'file:///a.lvm', to: 'file:///b.lvm' }).state;
    const { state } = receive(told, model({ uri: 'file:///b.lvm', fileName: 'b.lvm' }));
    expect(state).toMatchObject({ uri: 'file:///b.lvm', latent: 'k', scale: 'log' });
    expect(state.snapshot?.uri).toBe(state.model?.uri);
  });

  it('is nothing to the panel where it never showed it', () => {
    const step = receive(shown, { type: 'renamed', from: 'file:///c.lvm', to: 'file:///d.lvm' });
    expect(step.state).toBe(shown);
    expect(step.request).toBeNull();
  });
});

describe('a model message', () => {
  it('asks the engine at once for the whole model under the next number', () => {
    const { request, state } = receive(start, model());
    expect(request).toEqual({
      generation: 1,
      structureKey: 'key',
      structure,
      numbers: [1, 2],
      views: [],
      weights: new Map(),
      data: new Map(),
      query: {
        observed: null,
        latent: null,
        points: 512,
        draws: 4096,
        samples: 2000,
        seed: 0,
        evidence: [],
        zoom: null,
        standing: [],
        mass: 0.998,
        asides: [],
        backend: 'auto',
      },
    });
    expect(statusOf(state)).toBe('waiting');
  });

  it('takes what it leaves out from the last one', () => {
    const data = new Map([['x', [Float64Array.of(1, 2)]]]);
    const first = receive(start, model({ data })).state;
    const { request } = receive(first, model({ version: 2, structure: null, data: null, weights: null, numbers: [3] }));
    expect(request?.structure).toBe(structure);
    expect(request?.data).toBe(data);
    expect(request?.numbers).toEqual([3]);
  });

  it('that leaves out what this panel never had makes it ask for all', () => {
    const { request, incomplete, state } = receive(start, model({ structure: null }));
    expect(request).toBeNull();
    expect(incomplete).toBe(true);
    expect(state).toBe(start);
  });

  it('of another structure does not take the last structure', () => {
    expect(receive(shown, model({ structureKey: 'other', structure: null })).incomplete).toBe(true);
  });
});

describe('answers', () => {
  it('to the newest request are shown', () => {
    expect(statusOf(shown)).toBe('ready');
    expect(plotOf(shown)?.asked.model.version).toBe(1);
    expect(shown.asked).toEqual([]);
  });

  it('to an older request are shown while the newest is under way, and never after it', () => {
    const two = receive(asked, model({ version: 2 })).state;
    const late = answer(two, preview({ generation: 1 })).state;
    expect(plotOf(late)?.asked.model.version).toBe(1);
    const done = answer(late, preview({ generation: 2 })).state;
    expect(plotOf(done)?.asked.model.version).toBe(2);
    expect(answer(done, preview({ generation: 1 })).state).toBe(done);
  });

  it('that are not final leave the request open for a better one', () => {
    const rough = answer(asked, preview({ generation: 1, final: false })).state;
    expect(rough.shown?.preview.final).toBe(false);
    const fine = answer(rough, preview({ generation: 1, final: true })).state;
    expect(fine.shown?.preview.final).toBe(true);
  });

  it('to a document that is no longer looked at change nothing', () => {
    const other = receive(asked, model({ uri: 'file:///b.lvm' })).state;
    expect(answer(other, preview({ generation: 1 })).state.shown).toBeNull();
  });

  it('that nobody asked for change nothing', () => {
    expect(answer(start, preview({ generation: 7 })).state).toBe(start);
  });
});

describe('a stale message', () => {
  it('keeps the last good plot and says why', () => {
    const { state, request } = receive(shown, stale());
    expect(request).toBeNull();
    expect(statusOf(state)).toBe('stale');
    expect(plotOf(state)?.asked.model.version).toBe(1);
  });

  it('lets the answer to the last good text still come in', () => {
    const broken = receive(asked, stale()).state;
    const state = answer(broken, preview({ generation: 1 })).state;
    expect(statusOf(state)).toBe('stale');
    expect(plotOf(state)?.asked.model.version).toBe(1);
  });

  it('of another document shows no plot of this one', () => {
    expect(plotOf(receive(shown, stale({ uri: 'file:///b.lvm' })).state)).toBeNull();
  });

  it('is over with the next model', () => {
    const state = receive(receive(shown, stale()).state, model({ version: 3 })).state;
    expect(statusOf(state)).toBe('ready');
  });

  it('is not covered by a refusal of an older request', () => {
    const broken = receive(asked, stale()).state;
    expect(statusOf(answer(broken, refusal(1)).state)).toBe('stale');
  });
});

describe('a refusal', () => {
  const refused = answer(receive(shown, model({ version: 2 })).state, refusal(2)).state;

  it('keeps the last good plot under its reason', () => {
    expect(statusOf(refused)).toBe('refusal');
    expect(refused.problem).toMatchObject({ reason: 'Too many states.' });
    expect(plotOf(refused)?.asked.model.version).toBe(1);
  });

  it('stays until the next model is answered', () => {
    const next = receive(refused, model({ version: 3 })).state;
    expect(statusOf(next)).toBe('refusal');
    expect(statusOf(answer(next, preview({ generation: 3 })).state)).toBe('ready');
  });

  it('of an overtaken request is not shown', () => {
    const two = receive(asked, model({ version: 2 })).state;
    expect(statusOf(answer(two, refusal(1)).state)).toBe('waiting');
  });
});

describe('gone and failure', () => {
  it('keep the plot and say why', () => {
    const gone = receive(shown, { type: 'gone', reason: 'a.lvm was deleted.' }).state;
    expect(statusOf(gone)).toBe('gone');
    expect(plotOf(gone)).not.toBeNull();
    expect(statusOf(fail(shown, 'no').state)).toBe('failure');
  });

  it('a failure is over with the next answer', () => {
    const next = receive(fail(shown, 'no').state, model({ version: 2 })).state;
    expect(statusOf(answer(next, preview({ generation: 2 })).state)).toBe('ready');
  });
});

it('a failure ends the wait for samples that were to be exported', () => {
  const waiting = exportRows(shown, 'file').state;
  const { exporting } = fail(waiting, 'The engine stopped.').state;
  expect([exporting.rows, exporting.said]).toEqual([null, '']);
});

describe('seeds', () => {
  it('start at the setting and go on by one', () => {
    const set = receive(start, { type: 'settings', settings: { ...start.settings, seed: 41 } }).state;
    const open = receive(set, model()).state;
    const { request, state } = receive(open, { type: 'resample' });
    expect(request?.query.seed).toBe(42);
    expect(resample(state).request?.query.seed).toBe(43);
  });

  it('0 is a seed, and a kept one goes before the setting', () => {
    const back = initialState({ uri: 'u', pinned: false, seed: 0, observed: null, latent: null, files: [] });
    const set = receive(back, { type: 'settings', settings: { ...start.settings, seed: 9 } }).state;
    expect(receive(set, model()).request?.query.seed).toBe(0);
  });

  it('wrap around at 32 bits', () => {
    const last = ask({ ...shown, seed: 0xffff_ffff }).state;
    expect(resample(last).request?.query.seed).toBe(0);
  });
});

describe('settings', () => {
  it('ask again only where they changed and there is a model', () => {
    expect(receive(shown, { type: 'settings', settings: { ...shown.settings } }).request).toBeNull();
    expect(receive(start, { type: 'settings', settings: { ...start.settings, samples: 5 } }).request).toBeNull();
    const { request } = receive(shown, { type: 'settings', settings: { ...shown.settings, samples: 5 } });
    expect(request?.query.samples).toBe(5);
  });
});

describe('what to look at', () => {
  const offered = [choice('x'), choice('y')];
  const wide = structureOf({ z: ['category', []], x: ['real', ['z']], y: ['real', ['z']] });
  const two = answer(
    receive(start, model({ structure: wide })).state,
    preview({ generation: 1, observedChoices: offered }),
  ).state;

  it('is asked for by the choice behind the label', () => {
    const { request, state } = choose(two, 'observed', 'y');
    expect(request?.query.observed).toEqual(offered[1]);
    expect(state.observed).toBe('y');
  });

  it('is asked for again by a panel that comes back and knows only the label', () => {
    const back = initialState({ uri: 'file:///a.lvm', pinned: false, seed: 3, observed: 'y', latent: null, files: [] });
    const first = receive(back, model({ structure: wide }));
    expect(first.request?.query.observed).toBeNull();
    const second = answer(first.state, preview({ generation: 1, observedChoices: offered }));
    expect(second.request?.query).toMatchObject({ observed: offered[1], seed: 3 });
    const third = answer(second.state, preview({ generation: 2, observedChoices: offered }));
    expect(third.request).toBeNull();
  });

  it('is kept through edits in which it does not exist', () => {
    const chosen = choose(two, 'observed', 'y').state;
    const without = receive(chosen, model({ version: 2, structureKey: 'narrow', structure }));
    expect(without.request?.query.observed).toBeNull();
    expect(without.state.observed).toBe('y');
  });

  it('asks nothing where nothing changes', () => {
    const chosen = choose(two, 'observed', 'y').state;
    expect(choose(chosen, 'observed', 'y').request).toBeNull();
  });
});

describe('what a panel keeps', () => {
  it('is enough to come back', () => {
    const state = choose(resample(receive(shown, { type: 'pinned', pinned: true }).state).state, 'latent', 'k').state;
    expect(keptState(state)).toMatchObject({
      uri: 'file:///a.lvm',
      pinned: true,
      seed: 1,
      observed: null,
      latent: 'k',
    });
    expect(initialState(keptState(state))).toMatchObject({ uri: 'file:///a.lvm', pinned: true, seed: 1, latent: 'k' });
  });
});

it('a slow model does not make the list of open requests grow without end', () => {
  let state = start;
  for (let version = 1; version <= 200; version++) state = receive(state, model({ version })).state;
  expect(state.asked.length).toBeLessThanOrEqual(31);
  expect(plotOf(answer(state, preview({ generation: 200 })).state)?.asked.model.version).toBe(200);
});

describe('what is dragged', () => {
  const shown = receive(initialState(null), model()).state;

  it('is drawn at once and told to the host', () => {
    const step = edit(shown, 1, [{ slot: 1, value: 5 }]);
    expect(step.request?.numbers).toEqual([1, 5]);
    expect(step.edit).toMatchObject({ gesture: 1, structureKey: 'key', changes: [{ slot: 1, was: 2, value: 5 }] });
  });

  it('stays drawn until the text has it', () => {
    const moved = edit(shown, 1, [{ slot: 1, value: 3 }]).state;
    const dragged = letGo(edit(moved, 1, [{ slot: 1, value: 5 }]).state).state;
    // An older text arrives first.
    const late = receive(dragged, model({ version: 2, numbers: [1, 3] }));
    expect(late.request?.numbers).toEqual([1, 5]);
    const written = receive(late.state, model({ version: 3, numbers: [1, 5] }));
    expect(written.state.pending).toBe(null);
    expect(receive(written.state, model({ version: 4, numbers: [1, 6] })).request?.numbers).toEqual([1, 6]);
  });

  it('goes back to the text where it was refused, with the reason', () => {
    const dragged = edit(shown, 1, [{ slot: 1, value: 5 }]).state;
    const refused = receive(dragged, { type: 'editRefused', gesture: 1, reason: 'a.lvm is read-only.' });
    expect(refused.request?.numbers).toEqual([1, 2]);
    expect(refused.state.refusedEdit).toBe('a.lvm is read-only.');
    expect(edit(refused.state, 2, [{ slot: 1, value: 4 }]).state.refusedEdit).toBe(null);
  });

  it('moves nothing further once it was refused, for as long as it lasts', () => {
    const dragged = edit(shown, 1, [{ slot: 1, value: 5 }]).state;
    const refused = receive(dragged, { type: 'editRefused', gesture: 1, reason: 'a.lvm is read-only.' }).state;
    const further = edit(refused, 1, [{ slot: 1, value: 6 }]);
    expect(further).toMatchObject({ request: null, edit: null });
    expect(further.state).toBe(refused);
  });

  it('is nothing over a text with errors', () => {
    const over = receive(shown, stale()).state;
    expect(edit(over, 1, [{ slot: 1, value: 5 }])).toMatchObject({ request: null, edit: null });
  });

  it('that made the text wrong can go on, and back', () => {
    const dragged = edit(shown, 1, [{ slot: 1, value: 5 }]).state;
    const over = receive(dragged, stale()).state;
    const back = edit(over, 1, [{ slot: 1, value: 2 }]);
    expect(back.edit?.changes).toEqual([{ slot: 1, was: 2, value: 2 }]);
    expect(back.request?.numbers).toEqual([1, 2]);
    expect(edit(letGo(over).state, 2, [{ slot: 1, value: 4 }])).toMatchObject({ request: null, edit: null });
  });

  it('is drawn no longer once another number is typed', () => {
    const dragged = letGo(edit(shown, 1, [{ slot: 1, value: 5 }]).state).state;
    const typed = receive(dragged, model({ version: 2, numbers: [1, 7] }));
    expect(typed.request?.numbers).toEqual([1, 7]);
    // While the grip is still held, it is drawn until it is let go.
    const held = receive(edit(shown, 1, [{ slot: 1, value: 5 }]).state, model({ version: 2, numbers: [1, 7] }));
    expect(held.request?.numbers).toEqual([1, 5]);
    expect(letGo(held.state).request?.numbers).toEqual([1, 7]);
  });
});
