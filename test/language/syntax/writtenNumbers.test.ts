import { expect, test } from 'vitest';
import { analyse } from '../../../src/language/analyse';
import { writtenNumbers } from '../../../src/language/syntax/writtenNumbers';
import { threeBumps } from '../../vscode/models';

const of = (text: string) =>
  writtenNumbers(analyse(text).tree).map(({ span: { start, end }, value }) => `${text.slice(start, end)} is ${value}`);

test('the numbers of the definitions are found in order, with their signs', () => {
  const text = `fit em(steps = 7)
let a = 2 - 3 * [-4, 1e3]
latent z | a ~ case a { 1: Normal(-1.50, 2), else: Normal(0, a)^2 }
data x = [8, 9]
view x in [0, 1]`;
  expect(of(text)).toEqual([
    '2 is 2',
    '3 is 3',
    '-4 is -4',
    '1e3 is 1000',
    '1 is 1',
    '-1.50 is -1.5',
    '2 is 2',
    '0 is 0',
    '2 is 2',
  ]);
});

test('they are found where the text has errors', () => {
  expect(of('param mu = [1, 2\nlet b = 3 *\nobserved x ~ Nrmal(4, b')).toEqual([
    '1 is 1',
    '2 is 2',
    '3 is 3',
    '4 is 4',
  ]);
});

test('every number that can be changed by hand is among them', () => {
  const { tree, model } = analyse(threeBumps);
  const places = new Map(writtenNumbers(tree).map(({ span, value }) => [span.start, value]));
  expect(model!.numberSpans.map(({ start }) => places.get(start))).toEqual([...model!.numbers]);
});
