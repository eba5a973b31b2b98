import { describe, expect, it } from 'vitest';
import { type Clock, Player } from '../../../webview/ui/sampling/player';
import { notPlaying, type Play } from '../../../webview/ui/state/play';

/** A clock that is turned by hand. */
class HandClock implements Clock {
  now = 0;
  #next = 1;
  readonly #timers = new Map<number, { at: number; ring: () => void }>();

  setTimeout(ring: () => void, milliseconds: number): number {
    this.#timers.set(this.#next, { at: this.now + milliseconds, ring });
    return this.#next++;
  }

  clearTimeout(timer: number): void {
    this.#timers.delete(timer);
  }

  get timers(): number {
    return this.#timers.size;
  }

  turn(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [id, first] = [...this.#timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (id === undefined || first === undefined || first.at > end) break;
      this.#timers.delete(id);
      this.now = first.at;
      first.ring();
    }
    this.now = end;
  }
}

const running: Play = { ...notPlaying, mode: 'running' };

function bench() {
  const clock = new HandClock();
  const rings: number[] = [];
  return { clock, rings, player: new Player(clock, () => rings.push(clock.now)) };
}

describe('the player', () => {
  it('rings at once, and then stage by stage', () => {
    const { clock, rings, player } = bench();
    player.follow(running, true);
    clock.turn(2200);
    expect(rings).toEqual([0, 700, 1400, 2100]);
  });

  it('keeps its pace however often it is told the same', () => {
    const { clock, rings, player } = bench();
    for (let i = 0; i < 20; i++) {
      player.follow({ ...running, draws: i }, true);
      clock.turn(100);
    }
    expect(rings).toEqual([0, 700, 1400]);
  });

  it('is silent while it is paused, off, or has nothing to play', () => {
    const { clock, rings, player } = bench();
    player.follow(running, false);
    player.follow(notPlaying, true);
    player.follow({ ...running, mode: 'paused' }, true);
    clock.turn(5000);
    expect(rings).toEqual([]);
    player.follow(running, true);
    clock.turn(10);
    player.follow({ ...running, mode: 'paused' }, true);
    clock.turn(5000);
    expect(rings).toEqual([5000]);
    expect(clock.timers).toBe(0);
  });

  it('takes another speed with the next stage', () => {
    const { clock, rings, player } = bench();
    player.follow(running, true);
    clock.turn(100);
    player.follow({ ...running, speed: 8 }, true);
    clock.turn(200);
    expect(rings).toEqual([0, 187.5, 275]);
  });

  it('stops where a ring has paused it', () => {
    const clock = new HandClock();
    let rings = 0;
    const player: Player = new Player(clock, () => {
      rings++;
      if (rings === 2) player.follow({ ...running, mode: 'paused' }, true);
    });
    player.follow(running, true);
    clock.turn(10_000);
    expect(rings).toBe(2);
    expect(clock.timers).toBe(0);
  });
});
