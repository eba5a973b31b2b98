import { describe, expect, it } from 'vitest';
import {
  advanced,
  completed,
  held,
  notPlaying,
  type Play,
  playedRow,
  restarted,
  speeds,
  stagesOf,
  toggled,
} from '../../../webview/ui/state/play';

const stages = stagesOf(true);
const running = toggled(notPlaying, 3);

/** What is seen of a play after so many stages. */
function played(steps: number, most = 3): Play {
  let play = running;
  for (let i = 0; i < steps; i++) play = advanced(play, stages, most);
  return play;
}

describe('a draw', () => {
  it('goes through its stages: z, what x follows, x; and only then counts', () => {
    expect([1, 2, 3, 4].map((steps) => played(steps).stage)).toEqual(['latent', 'conditional', 'observed', 'latent']);
    expect([0, 1, 2, 3, 4, 5, 6].map((steps) => played(steps).draws)).toEqual([0, 0, 0, 1, 1, 1, 2]);
    expect([0, 1, 2, 3, 4].map((steps) => playedRow(played(steps)))).toEqual([null, 0, 0, 0, 1]);
  });

  it('has no stage of latent variables where there are none', () => {
    const own = stagesOf(false);
    const first = advanced(running, own, 3);
    expect(first.stage).toBe('conditional');
    expect(advanced(first, own, 3)).toMatchObject({ stage: 'observed', draws: 1 });
  });

  it('holds still at the last, and begins anew from there', () => {
    const last = played(9);
    expect(last).toMatchObject({ stage: 'observed', draws: 3, mode: 'running' });
    const over = advanced(last, stages, 3);
    expect(over).toMatchObject({ stage: 'observed', draws: 3, mode: 'paused' });
    expect(toggled(over, 3)).toMatchObject({ stage: null, draws: 0, mode: 'running' });
  });

  it('is completed from any of its stages', () => {
    expect([0, 1, 2, 3].map((steps) => completed(played(steps), 3).draws)).toEqual([1, 1, 1, 2]);
    expect(completed(played(1), 3).stage).toBe('observed');
    expect(completed(played(9), 3)).toMatchObject({ draws: 3, mode: 'paused' });
  });
});

describe('playing', () => {
  it('holds still and goes on where it was', () => {
    const paused = toggled(played(5), 3);
    expect(paused).toMatchObject({ mode: 'paused', stage: 'conditional', draws: 1 });
    expect(toggled(paused, 3)).toMatchObject({ mode: 'running', stage: 'conditional', draws: 1 });
  });

  it('drops its draws and waits when the model is another; what is off stays off', () => {
    expect(restarted({ ...played(5), speed: 4 })).toMatchObject({ mode: 'paused', stage: null, draws: 0, speed: 4 });
    expect(restarted(notPlaying)).toBe(notPlaying);
  });

  it('is held where it runs, and otherwise left as it is', () => {
    expect(held(played(2)).mode).toBe('paused');
    const paused = held(played(2));
    expect(held(paused)).toBe(paused);
    expect(held(notPlaying)).toBe(notPlaying);
  });

  it('has speeds from half to eight times', () => {
    expect(speeds[0]).toBe(0.5);
    expect(speeds.at(-1)).toBe(8);
    expect([...speeds].sort((a, b) => a - b)).toEqual([...speeds]);
  });
});
