import { describe, expect, it } from 'vitest';
import { elementsOf, inOrderOfText } from '../../src/cli/names';
import { csvFormat, formatRows, jsonFormat } from '../../src/cli/rowFormat';
import { kindsText, modelOf } from './models';

const { model, graph } = modelOf(kindsText);
const drawn = inOrderOfText(model).map((variable) => ({ variable, elements: elementsOf(variable, graph) }));
/** Two draws of: colour, group, rain, count, z, x, v, m, s[1..4], w[2..3]. */
const draws = [
  [1, 3],
  [1, 2],
  [1, 0],
  [4, 0],
  [0.5, Number.NEGATIVE_INFINITY],
  [1e-7, Number.NaN],
  [1, 2, 3, 4],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  [1, 5],
  [2, 6],
  [3, 7],
  [4, 8],
  [1, 2, 5, 6],
  [3, 4, 7, 8],
].map((values) => Float64Array.from(values));

describe('csvFormat', () => {
  const format = csvFormat(drawn);

  it('has a column for each number', () => {
    expect(format.header).toBe(
      'colour,group,rain,count,z,x,v[1],v[2],m[1][1],m[1][2],m[1][3],m[2][1],m[2][2],m[2][3],s[1],s[2],s[3],s[4],w[2][1],w[2][2],w[3][1],w[3][2]\n',
    );
  });

  it('writes labels, truth values and numbers', () => {
    expect(formatRows(format, draws, 0, 2)).toBe(
      'blue,1,true,4,0.5,1e-7,1,2,1,2,3,4,5,6,1,2,3,4,1,2,3,4\n' +
        'green,2,false,0,-Infinity,NaN,3,4,7,8,9,10,11,12,5,6,7,8,5,6,7,8\n',
    );
  });
});

describe('jsonFormat', () => {
  const format = jsonFormat(drawn);

  it('writes an object a line that JSON reads', () => {
    expect(format.header).toBe('');
    const lines = formatRows(format, draws, 0, 2).trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        colour: 'blue',
        group: 1,
        rain: true,
        count: 4,
        z: 0.5,
        x: 1e-7,
        v: [1, 2],
        m: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        s: [1, 2, 3, 4],
        w: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        colour: 'green',
        group: 2,
        rain: false,
        count: 0,
        z: '-Infinity',
        x: 'NaN',
        v: [3, 4],
        m: [
          [7, 8, 9],
          [10, 11, 12],
        ],
        s: [5, 6, 7, 8],
        w: [
          [5, 6],
          [7, 8],
        ],
      },
    ]);
  });
});

it('the rows of two parts are the rows of the whole', () => {
  for (const format of [csvFormat(drawn), jsonFormat(drawn)])
    expect(formatRows(format, draws, 0, 1) + formatRows(format, draws, 1, 2)).toBe(formatRows(format, draws, 0, 2));
});
