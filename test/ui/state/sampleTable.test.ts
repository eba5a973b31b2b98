import { describe, expect, it } from 'vitest';
import type { RowsColumn } from '../../../src/engine/api/aside';
import { firstPage, orderOf, pagesOf, shownColumns, sortedBy, turnedTo } from '../../../webview/ui/state/sampleTable';

function column(label: string, values: readonly number[], role: RowsColumn['role'] = 'latent'): RowsColumn {
  const variable = label.replace(/\[.*/, '');
  return {
    choice: { variable, index: null, coordinate: null, label },
    role,
    values: Float64Array.from(values),
    labels: null,
  };
}

describe('the table of samples', () => {
  it('has whole pages and a rest', () => {
    expect([0, 1, 50, 51, 1000].map(pagesOf)).toEqual([1, 1, 1, 2, 20]);
  });

  it('turns to pages that there are', () => {
    expect([-1, 3, 20, 99].map((page) => turnedTo(firstPage, page, 1000).page)).toEqual([0, 3, 19, 19]);
  });

  it('is sorted rising, falling, and as drawn again, always from the first page', () => {
    const rising = sortedBy({ ...firstPage, page: 3 }, 'x');
    expect(rising).toEqual({ page: 0, sort: { label: 'x', descending: false } });
    const falling = sortedBy(rising, 'x');
    expect(falling.sort).toEqual({ label: 'x', descending: true });
    expect(sortedBy(falling, 'x').sort).toBeNull();
    expect(sortedBy(falling, 'z').sort).toEqual({ label: 'z', descending: false });
  });

  it('keeps equal rows as they were drawn, both ways', () => {
    const columns = [column('z', [2, 1, 2, 1])];
    expect([...orderOf(4, columns, null)]).toEqual([0, 1, 2, 3]);
    expect([...orderOf(4, columns, { label: 'z', descending: false })]).toEqual([1, 3, 0, 2]);
    expect([...orderOf(4, columns, { label: 'z', descending: true })]).toEqual([0, 2, 1, 3]);
    expect([...orderOf(4, columns, { label: 'gone', descending: true })]).toEqual([0, 1, 2, 3]);
  });

  it('has undefined numbers last, both ways', () => {
    const columns = [column('z', [Number.NaN, 3, 1, Number.NaN, 2])];
    expect([...orderOf(5, columns, { label: 'z', descending: false })]).toEqual([2, 4, 1, 0, 3]);
    expect([...orderOf(5, columns, { label: 'z', descending: true })]).toEqual([1, 4, 2, 0, 3]);
  });

  it('shows latent variables first, and of long chains the first few numbers', () => {
    const few = [column('x', [1], 'observed'), column('z', [1])];
    expect(shownColumns(few).map(({ choice }) => choice.label)).toEqual(['z', 'x']);
    const chain = (name: string, role: RowsColumn['role']) =>
      Array.from({ length: 100 }, (_, i) => column(`${name}[${i + 1}]`, [0], role));
    const many = shownColumns([...chain('z', 'latent'), ...chain('x', 'observed')]).map(({ choice }) => choice.label);
    expect(many).toHaveLength(40);
    expect([many[0], many[19], many[20], many[39]]).toEqual(['z[1]', 'z[20]', 'x[1]', 'x[20]']);
  });
});
