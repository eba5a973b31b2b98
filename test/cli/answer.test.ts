import { describe, expect, it } from 'vitest';
import { follow, methodDetails } from '../../src/cli/answer';
import { Progress } from '../../src/cli/progress';

function bar() {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY: true, columns: 60, write: (text: string) => written.push(text) };
  return { written, progress: new Progress(stream, 'Computing', () => (time += 400)) };
}

describe('follow', () => {
  it('gives the last answer, and shows that it is at work until then', () => {
    const { written, progress } = bar();
    const answers = (function* () {
      yield null;
      yield 1;
      yield null;
      yield 2;
    })();
    expect(follow(answers, progress)).toBe(2);
    expect(written[0]).toBe('\rComputing 1 s\x1b[K');
    expect(written.at(-1)).toBe('\r\x1b[K');
  });

  it('takes the bar away where the query fails', () => {
    const { written, progress } = bar();
    const answers = (function* () {
      yield null;
      yield null;
      throw new Error('Too large.');
    })();
    expect(() => follow<number>(answers, progress)).toThrow('Too large.');
    expect(written.at(-1)).toBe('\r\x1b[K');
  });

  it('expects an answer', () => {
    const nothing = (function* () {
      yield null;
    })();
    expect(() => follow<number>(nothing, bar().progress)).toThrow('A query ended without an answer.');
  });
});

it('the details of a method are all but its name', () => {
  const details = {
    exact: true,
    badge: 'exact',
    sentence: 'A sum.',
    states: 3,
    nodes: 1,
    dimensions: 0,
    relativeError: 0,
  };
  expect(methodDetails({ name: 'sum', ...details })).toEqual(details);
});
