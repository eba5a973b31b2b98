import { expect, it } from 'vitest';
import { describeFan, elementName, fanTable, readFan } from '../../../webview/plots/fan/fanWords';
import { risingFan, weatherFan } from '../fans';

it('an element is named with its coordinate', () => {
  expect(elementName({ variable: 'z', coordinate: null }, 7)).toBe('z[7]');
  expect(elementName({ variable: 'z', coordinate: 2 }, 7)).toBe('z[7][2]');
});

it('an element of a fan is read as its median and its intervals', () => {
  expect(readFan(risingFan(), 1).spoken).toBe('z[2], median 1.00, 50 % in [0.00, 2.00], 90 % in [−1.00, 3.00]');
});

it('a certain one as its value', () => {
  const one = new Float64Array(1).fill(2.5);
  const fan = risingFan(1, { content: { kind: 'bands', quantiles: [one, one, one, one, one], paths: [] } });
  expect(readFan(fan, 0).spoken).toBe('z[1], certainly 2.50');
});

it('one of categories as its largest shares, in their colours', () => {
  const { figures, spoken } = readFan(weatherFan(), 0, new Map([['rainy', 'c1']]));
  expect(spoken).toBe('weather[1], rainy 0.900, sunny 0.100');
  expect(figures.map(({ className }) => className)).toEqual(['c1', 'cx']);
});

it('a description says what, of how many, given what, from where to where, and how it is known', () => {
  expect(describeFan(weatherFan(), 'degrees[1] = 22')).toBe(
    'Probabilities of the 2 values of the elements of weather given degrees[1] = 22, over 3 indices. At weather[1], rainy 0.900, sunny 0.100. At weather[3], sunny 0.500, rainy 0.500. exact · sum.',
  );
  expect(describeFan(risingFan(2, { total: 500 }), '')).toMatch(
    /^Quantiles of the elements of z, over 500 indices, 2 of them shown\./,
  );
});

it('a table has a row for each element, of long chains for some', () => {
  const { head, rows, note } = fanTable(risingFan());
  expect(head).toEqual(['', '5 %', '25 %', 'median', '75 %', '95 %']);
  expect(rows[4]).toEqual(['z[5]', '2.00', '3.00', '4.00', '5.00', '6.00']);
  expect(note).toBe('');
  const long = fanTable(risingFan(200, { total: 1000 }));
  expect(long.rows).toHaveLength(60);
  expect(long.rows.at(-1)?.[0]).toBe('z[200]');
  expect(long.note).toBe('60 of 1000 elements');
  expect(fanTable(weatherFan()).rows[1]).toEqual(['weather[2]', '0.4000', '0.6000']);
});
