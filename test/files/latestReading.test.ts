import { describe, expect, it } from 'vitest';
import { LatestReading, type Recipe } from '../../src/files/latestReading';
import { Overtaken, type Reading } from '../../src/files/openFile';

/** One call of `read`, which ends when the test says so. */
interface Call {
  readonly asked: string;
  readonly reading: Reading;
  end(value: string): Promise<void>;
}

/** A recipe under the test's hand. A value serves for what it has the letters of. */
function hand() {
  const calls: Call[] = [];
  const recipe: Recipe<string, string> = {
    read: (asked, reading) =>
      new Promise((resolve, reject) => {
        calls.push({
          asked,
          reading,
          async end(value) {
            if (reading.overtaken) reject(new Overtaken());
            else resolve(value);
            await new Promise((turn) => setTimeout(turn, 0));
          },
        });
      }),
    serves: (value, _, asked) => [...asked].every((letter) => value.includes(letter)),
  };
  return { calls, recipe };
}

describe('the latest reading', () => {
  it('has no value until it has been read, and tells of it once', async () => {
    const { calls, recipe } = hand();
    let told = 0;
    const latest = new LatestReading('a', recipe, () => told++);
    expect(latest.value).toBeUndefined();
    await calls[0]!.end('a1');
    expect([latest.value, told]).toEqual(['a1', 1]);
  });

  it('overtakes the one before, which is told and whose value counts for nothing', async () => {
    const { calls, recipe } = hand();
    const latest = new LatestReading('a', recipe, () => {});
    latest.again();
    expect(calls.map(({ reading }) => reading.overtaken)).toEqual([true, false]);
    await calls[1]!.end('a2');
    await calls[0]!.end('a1');
    expect(latest.value).toBe('a2');
    latest.again();
    latest.again();
    await calls[3]!.end('a4');
    expect(latest.value).toBe('a4');
  });

  it('lets the old one end first and the new one still win', async () => {
    const { calls, recipe } = hand();
    const latest = new LatestReading('a', recipe, () => {});
    latest.again();
    await calls[0]!.end('a1');
    expect(latest.value).toBeUndefined();
    await calls[1]!.end('a2');
    expect(latest.value).toBe('a2');
  });

  it('reads more when more is asked for than is there, and nothing when it is there', async () => {
    const { calls, recipe } = hand();
    const latest = new LatestReading('a', recipe, () => {});
    await calls[0]!.end('ab');
    latest.ask('b');
    expect(calls.length).toBe(1);
    latest.ask('c');
    expect(calls.map(({ asked }) => asked)).toEqual(['a', 'c']);
    expect(latest.value).toBe('ab');
  });

  it('does not begin anew for what is asked for meanwhile, but reads on afterwards', async () => {
    const { calls, recipe } = hand();
    const latest = new LatestReading('a', recipe, () => {});
    latest.ask('ab');
    latest.ask('abc');
    expect(calls.length).toBe(1);
    await calls[0]!.end('a');
    expect(latest.value).toBe('a');
    expect(calls.map(({ asked }) => asked)).toEqual(['a', 'abc']);
  });

  it('tells how far the newest is, and after its end nothing at all', async () => {
    const { calls, recipe } = hand();
    const shares: number[] = [];
    let told = 0;
    const latest = new LatestReading(
      'a',
      recipe,
      () => told++,
      (share) => shares.push(share),
    );
    latest.again();
    calls[0]!.reading.progress(0.9);
    calls[1]!.reading.progress(0.1);
    expect(shares).toEqual([0.1]);
    latest.dispose();
    latest.again();
    await calls[1]!.end('a');
    expect([latest.value, told, calls.length]).toEqual([undefined, 0, 2]);
  });
});
