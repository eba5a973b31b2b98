// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ModelMessage } from '../../../src/protocol';
import { receive, resample } from '../../../webview/ui/request/events';
import {
  anew,
  changeSpeed,
  dueStep,
  holdStill,
  playAt,
  playOrPause,
  stepPlaying,
  stopPlaying,
  tick,
} from '../../../webview/ui/request/playing';
import type { Step } from '../../../webview/ui/request/step';
import type { State } from '../../../webview/ui/state/state';
import { infiniteMixture, normalPrior } from '../../plots/fixtures';
import { answered, bumpRows, column, shownState } from '../sampleRows';
import { staleMessage } from '../scenes';

const asides = ({ request }: Step) => request?.query.asides ?? [];
/** Playing, with its samples there. */
const playing = (): State => answered(playOrPause(shownState()).state);

function again(steps: number, change: (state: State) => Step, state: State): State {
  let now = state;
  for (let i = 0; i < steps; i++) now = change(now).state;
  return now;
}

function model(version: number): ModelMessage {
  const { model: last } = shownState();
  if (last === null) throw new Error('No model.');
  return { ...last, type: 'model', version };
}

describe('playing samples', () => {
  it('asks for them, with what x was drawn from, and shows the density', () => {
    const step = playOrPause({ ...shownState(), view: 'samples' });
    expect(asides(step)).toEqual([{ kind: 'rows', count: 1000, laws: true }]);
    expect(step.state).toMatchObject({ view: 'density', play: { mode: 'running', stage: null, draws: 0 } });
  });

  it('waits for them, and then goes from stage to stage', () => {
    const waiting = playOrPause(shownState()).state;
    expect(tick(waiting).state.play.stage).toBeNull();
    expect(again(3, tick, playing()).play).toMatchObject({ stage: 'observed', draws: 1 });
    expect(again(40, tick, playing()).play).toMatchObject({ stage: 'observed', draws: 4, mode: 'paused' });
  });

  it('pauses, goes on, and stops', () => {
    const paused = playOrPause(again(4, tick, playing()));
    expect(paused.request).toBeNull();
    expect(paused.state.play).toMatchObject({ mode: 'paused', stage: 'latent', draws: 1 });
    expect(tick(paused.state).state.play.stage).toBe('latent');
    const stopped = stopPlaying(playAt(4)(paused.state).state);
    expect(stopped.state.play).toMatchObject({ mode: 'off', draws: 0, speed: 4 });
    expect(asides(stopped)).toEqual([]);
    expect(stopPlaying(stopped.state).request).toBeNull();
  });

  it('go faster and slower, as far as it goes, while something is played', () => {
    const speeds = (steps: number, direction: 1 | -1): number =>
      again(steps, (state) => changeSpeed(state, direction), playing()).play.speed;
    expect([1, 2, 3, 4].map((steps) => speeds(steps, 1))).toEqual([2, 4, 8, 8]);
    expect([1, 2].map((steps) => speeds(steps, -1))).toEqual([0.5, 0.5]);
    expect(changeSpeed(shownState(), 1).state.play.speed).toBe(1);
  });

  it('steps by hand, even before there are samples', () => {
    const wanted = stepPlaying('draw')(shownState());
    expect(asides(wanted)).toHaveLength(1);
    expect(wanted.state.play).toMatchObject({ mode: 'paused', due: 'draw', stage: null });
    const first = answered(wanted.state);
    expect(first.play).toMatchObject({ due: null, stage: 'observed', draws: 1, byHand: true });
    const second = stepPlaying('stage')(first);
    expect(second.request).toBeNull();
    expect(second.state.play).toMatchObject({ stage: 'latent', draws: 1 });
    expect(dueStep(second.state).state).toBe(second.state);
  });

  it('asks for p(x | z) where no component shows it, once for every z', () => {
    const rows = bumpRows({ columns: [column('z', [0.3, -1, 0, 2]), column('x', [1, 2, 3, 4], { role: 'observed' })] });
    const continuous = { observed: infiniteMixture(), prior: normalPrior() };
    const state = answered(playOrPause(shownState()).state, { rows }, continuous);
    const latent = tick(state);
    expect(latent.request).toBeNull();
    const conditional = tick(latent.state);
    expect(asides(conditional)).toContainEqual({
      kind: 'conditional',
      latent: { variable: 'z', index: null },
      values: [0.3],
    });
    const density = infiniteMixture().x.map(() => 1);
    const picture = { kind: 'conditional', latent: { variable: 'z', index: null }, values: [0.3], density } as const;
    const known = answered(
      conditional.state,
      { rows, conditional: { ...picture, standardError: null, below: null, method: answeredMethod(state) } },
      continuous,
    );
    expect(tick(known).request).toBeNull();
    expect(tick(known).state.play).toMatchObject({ stage: 'observed', draws: 1 });
  });

  it('begins anew, and waits, when the text or the seed is another; not when the same text is told again', () => {
    const state = { ...again(3, tick, playing()), picked: 2 };
    expect(receive(state, model(5)).state).toMatchObject({ play: { mode: 'paused', draws: 0 }, picked: null });
    expect(receive(state, model(4)).state).toMatchObject({ play: { mode: 'running', draws: 1 }, picked: 2 });
    expect(resample(state).state.play).toMatchObject({ mode: 'paused', draws: 0 });
    expect(anew(shownState()).play.mode).toBe('off');
  });

  it('holds still while the text is broken, the document gone, or the panel hidden', () => {
    const state = again(2, tick, playing());
    for (const message of [staleMessage, { type: 'gone', reason: 'Deleted.' }, { type: 'hidden' }] as const) {
      expect(receive(state, message).state.play).toMatchObject({ mode: 'paused', stage: 'conditional' });
    }
    const stale = receive(state, staleMessage).state;
    expect(playOrPause(stale).state).toBe(stale);
    expect(stepPlaying('draw')(stale).state).toBe(stale);
    expect(holdStill(shownState()).state.play.mode).toBe('off');
  });
});

function answeredMethod(state: State) {
  if (state.shown === null) throw new Error('Nothing is shown.');
  return state.shown.preview.method;
}
