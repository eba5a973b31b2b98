import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { noLocks } from '../../webview/handles/bonds';
import { dragged } from '../../webview/handles/dragged';
import { gripsOf } from '../../webview/handles/grips';
import { drawn, readingOf } from './readings';

function drag(text: string, part: string, place: number, step = 0.02) {
  const reading = readingOf(text);
  const grip = gripsOf(drawn(text), reading, [0]).grips.find((each) => each.part === part)!;
  const changes = dragged(grip, place, step, reading.numbers);
  expect(changes).toHaveLength(1);
  return changes[0];
}

test('a centre goes where it is dragged, rounded to what a pixel shows', () => {
  expect(drag('observed x ~ Normal(1, 2)', 'centre', 1.23456)).toEqual({ slot: 0, value: 1.23 });
});

test('a width is the distance from the centre', () => {
  expect(drag('observed x ~ Normal(1, 2)', 'width', 4.5)).toEqual({ slot: 1, value: 3.5 });
});

test('a width stops at one unit of the last digit', () => {
  expect(drag('observed x ~ Normal(1, 2)', 'width', 1)).toEqual({ slot: 1, value: 0.01 });
  // It does not grow again beyond the centre.
  expect(drag('observed x ~ Normal(1, 2)', 'width', -1)).toEqual({ slot: 1, value: 0.01 });
});

test('one end stops short of the other', () => {
  expect(drag('observed x ~ Uniform(0, 2)', 'low', 5)).toEqual({ slot: 0, value: 1.99 });
  expect(drag('observed x ~ Uniform(0, 2)', 'high', -5)).toEqual({ slot: 1, value: 0.01 });
  expect(drag('observed x ~ TruncatedNormal(0, 1, -1, 0.7)', 'low', 5)).toEqual({ slot: 2, value: 0.69 });
  expect(drag('param a = 2\nobserved x ~ Uniform(-a, a)', 'low', 5)).toEqual({ slot: 0, value: 0.01 });
  expect(drag('param a = 2\nobserved x ~ Uniform(-a, a)', 'high', -5)).toEqual({ slot: 0, value: 0.01 });
});

test('an end stays where it has stopped, as often as it is dragged farther', () => {
  const stopped = 'observed x ~ Uniform(0.69, 0.7)';
  expect(drag(stopped, 'low', 5)).toEqual({ slot: 0, value: 0.69 });
  expect(drag(stopped, 'high', -5)).toEqual({ slot: 1, value: 0.7 });
});

test('the domain of a param holds', () => {
  const text = 'param m: interval(-1, 1) = 0.5\nobserved x ~ Normal(m, 1)';
  expect(drag(text, 'centre', 3)).toEqual({ slot: 2, value: 1 });
});

test('the literal behind a sign has the other sign', () => {
  expect(drag('param m = 2\nobserved x ~ Normal(-m, 1)', 'centre', 3)).toEqual({ slot: 0, value: -3 });
});

test('a rate is one over the place', () => {
  expect(drag('observed x ~ Exponential(0.5)', 'width', 4)).toEqual({ slot: 0, value: 0.25 });
});

test('a place without a value changes nothing', () => {
  for (const place of [0, -0.01]) {
    for (const [text, part] of [
      ['observed x ~ Exponential(0.5)', 'width'],
      ['observed x ~ LogNormal(0, 1)', 'centre'],
    ] as const) {
      const reading = readingOf(text);
      const grip = gripsOf(drawn(text), reading, [0]).grips.find((each) => each.part === part)!;
      expect(dragged(grip, place, 0.01, reading.numbers)).toEqual([]);
    }
  }
});

test('the domain of a param holds behind a sign, too', () => {
  const interval = 'param m: interval(-1, 1) = 0.5\nobserved x ~ Normal(-m, 1)';
  expect(drag(interval, 'centre', 3)).toEqual({ slot: 2, value: -1 });
  expect(drag('param m: positive = 2\nobserved x ~ Normal(-m, 1)', 'centre', 3)).toEqual({ slot: 0, value: 0.01 });
});

describe('a number of a vector that holds together', () => {
  const numbersAfter = (text: string, id: string, place: number, locked: ReadonlySet<number> = noLocks) => {
    const reading = readingOf(text);
    const grip = gripsOf(drawn(text), reading, [0, 0, 0]).grips.find((each) => each.id === id)!;
    const numbers = [...reading.numbers];
    for (const { slot, value } of dragged(grip, place, 0.02, numbers, locked)) numbers[slot] = value;
    return numbers;
  };
  const states = 'latent z ~ Categorical([0.5, 0.5])';

  test('stops at its neighbour', () => {
    const text = `param mu: ordered = [-2, 3]\n${states}\nobserved x | z ~ Normal(mu[z], 1)`;
    expect(numbersAfter(text, '0 mean', 7.42).slice(0, 2)).toEqual([2.99, 3]);
    expect(numbersAfter(text, '1 mean', -5).slice(0, 2)).toEqual([-2, -1.99]);
  });

  test('stops at its neighbour behind a sign', () => {
    const text = `param mu: ordered = [-2, 3]\n${states}\nobserved x | z ~ Normal(-mu[z], 1)`;
    expect(numbersAfter(text, '0 mean', -7).slice(0, 2)).toEqual([2.99, 3]);
  });

  test('takes from the others, but from a locked one', () => {
    const text = `param w: simplex = [0.2, 0.3, 0.5]\nlatent z ~ Categorical(w)\nobserved x | z ~ Normal(w[z], 1)`;
    expect(numbersAfter(text, '0 mean', 0.6).slice(0, 3)).toEqual([0.6, 0.15, 0.25]);
    expect(numbersAfter(text, '0 mean', 0.6, new Set([1])).slice(0, 3)).toEqual([0.6, 0.3, 0.1]);
  });

  test('leaves a text that is a model', () => {
    const text = `param mu: ordered = [-2, 3]\n${states}\nobserved x | z ~ Normal(mu[z], 1)`;
    const [low, high] = numbersAfter(text, '0 mean', 7.42);
    expect(analyse(text.replace('[-2, 3]', `[${low}, ${high}]`)).model).not.toBeNull();
  });
});
