import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellScanner, type CellSink, type Wanted } from '../../src/files/cells';

/** Everything that a scanner says of some slices. */
function scan(slices: readonly string[], wants = (_column: number): Wanted => 'all', longest = 1000) {
  const rows: (string | null)[][] = [];
  const blanks: boolean[] = [];
  let row: (string | null)[] = [];
  const sink: CellSink = {
    wants,
    cell: (column, text) => {
      row[column] = text;
    },
    row: (cells, blank) => {
      rows.push(Array.from({ length: cells }, (_, i) => row[i] ?? null));
      blanks.push(blank);
      row = [];
    },
  };
  const scanner = new CellScanner(sink, ',', longest);
  for (const slice of slices) scanner.take(slice);
  scanner.finish();
  return { rows, blanks, problem: scanner.problem };
}

describe('a scanner of cells', () => {
  it('parts cells and rows, at any kind of line end', () => {
    expect(scan(['a,b\n1,2\r3,4']).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(scan(['a,\n,\n']).rows).toEqual([
      ['a', ''],
      ['', ''],
    ]);
    expect(scan(['']).rows).toEqual([]);
  });

  it('takes quotes off, and what stands in them as it is', () => {
    expect(scan(['"a,""b""\n",  c "d",""\n"e" \n']).rows).toEqual([['a,"b"\n', '  c "d"', ''], ['e']]);
  });

  it('says which rows hold nothing', () => {
    expect(scan(['a\n\n , \t\n" "\n"" "\n.\n'.replace('"" "\n', '')]).blanks).toEqual([false, true, true, true, false]);
    expect(scan(['""""\n']).blanks).toEqual([false]);
  });

  it('stops at quotes that are misplaced or never closed', () => {
    expect(scan(['"a"b,c\nd']).problem).toBe('quotes');
    expect(scan(['a\n"b\nc,d']).problem).toBe('quotes');
    expect(scan(['"b"']).problem).toBeNull();
  });

  it('stops at a cell that is too long where it is wanted, and keeps nothing of one that is not', () => {
    expect(scan(['a,', 'b'.repeat(600), 'b'.repeat(600), '\n'])).toMatchObject({ problem: 'length', rows: [] });
    expect(
      scan(['a,', 'b'.repeat(600), 'b'.repeat(600), '\n'], (column) => (column === 0 ? 'all' : 'nothing')),
    ).toMatchObject({
      problem: null,
      rows: [['a', null]],
    });
    expect(scan(['abc', 'd'.repeat(600), 'e'.repeat(600)], () => 'beginning')).toMatchObject({
      problem: null,
      rows: [[`abc${'d'.repeat(97)}`]],
    });
    expect(scan(['"', 'b'.repeat(1200)]).problem).toBe('length');
  });

  it('finds the same wherever the text is cut', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ',', '"', '\n', '\r', ' ', '""', '",', 'é𝜎'), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 6 }), (parts, cuts) => {
        const whole = parts.join('');
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const slices = places.slice(1).map((end, i) => whole.slice(places[i], end));
        expect(scan(slices)).toEqual(scan([whole]));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
