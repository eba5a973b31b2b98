import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { Output, ReaderGone } from '../../src/cli/output';

/** A stream whose reader takes a chunk only when it is told to. */
function slowStream(highWaterMark: number) {
  const taken: string[] = [];
  const waiting: ((error?: Error | null) => void)[] = [];
  const stream = new Writable({
    highWaterMark,
    write(chunk: Buffer, _encoding, done) {
      taken.push(chunk.toString());
      waiting.push(done);
    },
  });
  return { stream, taken, take: () => waiting.shift()?.(), fail: (error: Error) => waiting.shift()?.(error) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Output', () => {
  it('waits until there is room', async () => {
    const { stream, take } = slowStream(4);
    const output = new Output(stream);
    await output.write('ab');
    let written = false;
    const second = output.write('cdef').then(() => {
      written = true;
    });
    await turn();
    expect(written).toBe(false);
    take();
    await turn();
    expect(written).toBe(false);
    take();
    await second;
    expect(written).toBe(true);
  });

  it('is flushed when all was taken', async () => {
    const { stream, taken, take } = slowStream(100);
    const output = new Output(stream);
    await output.write('ab');
    let flushed = false;
    const flush = output.flush().then(() => {
      flushed = true;
    });
    await turn();
    expect(flushed).toBe(false);
    take();
    await turn();
    take();
    await flush;
    expect(taken.join('')).toBe('ab');
  });

  it('says that the reader has gone, to who waits and to who writes next', async () => {
    const { stream, fail } = slowStream(1);
    const output = new Output(stream);
    const waiting = output.write('abc');
    fail(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await expect(waiting).rejects.toThrow(ReaderGone);
    await expect(output.write('d')).rejects.toThrow(ReaderGone);
    await expect(output.flush()).rejects.toThrow(ReaderGone);
  });

  it('says what else went wrong', async () => {
    const { stream, fail } = slowStream(1);
    const output = new Output(stream);
    const waiting = output.write('abc');
    fail(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    await expect(waiting).rejects.toThrow(new Failure('The output could not be written: no space left on device.', 2));
  });
});
