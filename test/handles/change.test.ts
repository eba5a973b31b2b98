import { expect, test } from 'vitest';
import { dragged } from '../../webview/handles/change';
import { gripsOf } from '../../webview/handles/grips';
import { drawn, readingOf } from './readings';

function drag(text: string, part: string, place: number, step = 0.02) {
  const reading = readingOf(text);
  const grip = gripsOf(drawn(text), reading, [0]).grips.find((each) => each.part === part)!;
  return dragged(grip, place, step);
}

test('a centre goes where it is dragged, rounded to what a pixel shows', () => {
  expect(drag('observed x ~ Normal(1, 2)', 'centre', 1.23456)).toEqual({ slot: 0, value: 1.23 });
});

test('a width is the distance from the centre, on either side', () => {
  expect(drag('observed x ~ Normal(1, 2)', 'width', 4.5)).toEqual({ slot: 1, value: 3.5 });
  expect(drag('observed x ~ Normal(1, 2)', 'width', -1)).toEqual({ slot: 1, value: 2 });
});

test('a width stops at one unit of the last digit', () => {
  expect(drag('observed x ~ Normal(1, 2)', 'width', 1)).toEqual({ slot: 1, value: 0.01 });
});

test('one end stops short of the other', () => {
  expect(drag('observed x ~ Uniform(0, 2)', 'low', 5)).toEqual({ slot: 0, value: 1.998 });
  expect(drag('observed x ~ Uniform(0, 2)', 'high', -5)).toEqual({ slot: 1, value: 0.002 });
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
