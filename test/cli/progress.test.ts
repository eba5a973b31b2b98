import { describe, expect, it } from 'vitest';
import { Progress, progressLine } from '../../src/cli/progress';

function bar(isTTY: boolean, alone = true) {
  const written: string[] = [];
  let time = 1000;
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  const progress = new Progress(stream, 'Drawing', () => time, alone);
  const at = (milliseconds: number, share: number | null) => {
    time = 1000 + milliseconds;
    progress.update(share);
  };
  return { written, at, progress };
}

describe('Progress', () => {
  it('draws on a terminal after half a second, ten times a second, and takes itself away', () => {
    const { written, at, progress } = bar(true);
    at(499, 0.1);
    at(500, 0.25);
    at(550, 0.3);
    at(600, 0.5);
    progress.done();
    expect(written).toEqual([
      '\rDrawing [#######...................] 25 % 2 s left\x1b[K',
      '\rDrawing [#############.............] 50 % 1 s left\x1b[K',
      '\r\x1b[K',
    ]);
  });

  it('leaves nothing behind where it drew nothing', () => {
    const { written, at, progress } = bar(true);
    at(100, 0.5);
    progress.done();
    expect(written).toEqual([]);
  });

  it('says nothing where there is no terminal, or where the terminal shows the output itself', () => {
    for (const { written, at, progress } of [bar(false), bar(true, false)]) {
      at(5000, 0.5);
      progress.done();
      expect(written).toEqual([]);
    }
  });
});

describe('progressLine', () => {
  it('counts seconds where nobody knows how much is left', () => {
    expect(progressLine('Computing z', null, 3.2, 80)).toBe('Computing z 3 s');
  });

  it('speaks of minutes and hours', () => {
    expect(progressLine('Drawing', 0.5, 185, 30)).toBe('Drawing 50 % 3 min 05 s left');
    expect(progressLine('Drawing', 0.5, 7800, 30)).toBe('Drawing 50 % 2 h 10 min left');
  });

  it('is narrower than the terminal, whatever its width', () => {
    for (let columns = 0; columns < 120; columns++) {
      const line = progressLine('Drawing', 0.999, 100, columns);
      expect(line.length).toBeLessThan(Math.max(1, columns));
    }
  });

  it('stays within 0 and 100 %', () => {
    expect(progressLine('A', 0, 1, 40)).toBe('A [............] 0 %');
    expect(progressLine('A', 1.5, 1, 33)).toBe('A [#####] 100 % 0 s left');
  });
});
