import { expect, test } from 'vitest';
import { diagnosticJson, diagnosticText } from '../../src/cli/diagnosticLines';
import { analyse } from '../../src/language/analyse';

const text = 'latent z ~ Normal(0, 1)\r\nobserved 𝑥 | z ~ Normal(zz,\r\n  -1)\n';

test('a diagnostic is a JSON object on a line, counted from 1, its end behind the last character', () => {
  const analysis = analyse(text);
  const lines = diagnosticJson('a "b".lvm', analysis).trimEnd().split('\n');
  const objects = lines.map((line): unknown => JSON.parse(line));
  expect(objects).toEqual(
    analysis.diagnostics.map(({ code, severity, message }) =>
      expect.objectContaining({ file: 'a "b".lvm', code, severity, message }),
    ),
  );
  expect(objects).toContainEqual(
    expect.objectContaining({ code: 'unknown-name', line: 2, column: 26, endLine: 2, endColumn: 28 }),
  );
  expect(objects).toContainEqual(expect.objectContaining({ line: 3, column: 3, endLine: 3, endColumn: 5 }));
  expect(Object.keys(objects[0] as object)).toEqual([
    'file',
    'code',
    'severity',
    'line',
    'column',
    'endLine',
    'endColumn',
    'message',
  ]);
});

test('a text without diagnostics has no lines', () => {
  expect(diagnosticJson('a.lvm', analyse('observed x ~ Normal(0, 1)'))).toBe('');
});

test('for people a diagnostic says file, line and column first', () => {
  const { diagnostics } = analyse('observed x ~ Normal(0, -1)');
  expect(diagnosticText('a.lvm', 'observed x ~ Normal(0, -1)', diagnostics)).toBe(
    `a.lvm:1:24: error: ${diagnostics[0]!.message} (parameter-domain)\n`,
  );
});
