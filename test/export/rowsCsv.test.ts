import { describe, expect, it } from 'vitest';
import type { RowsPicture } from '../../src/engine/api/aside';
import { rowsCsv } from '../../webview/export/rowsCsv';
import { choice } from '../plots/fixtures';

const columns: RowsPicture['columns'] = [
  { choice: choice('z'), role: 'latent', values: Float64Array.of(2, 1), labels: ['', 'one, or so', 'two'] },
  { choice: choice('x'), role: 'observed', values: Float64Array.of(0.1, -1 / 3), labels: null },
];

describe('samples', () => {
  it('are a line for each draw, categories by their names', () => {
    const picture: RowsPicture = { kind: 'rows', count: 2, seed: 0, columns, laws: null, ancestors: [], parents: [] };
    expect(rowsCsv(picture)).toBe('z,x\r\ntwo,0.1\r\n"one, or so",-0.3333333333333333\r\n');
  });
});
