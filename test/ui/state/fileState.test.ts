import { expect, test } from 'vitest';
import { fresh, mostFiles, recalled, remembered } from '../../../webview/ui/state/fileState';

const fields = {
  ...fresh,
  view: 'fan' as const,
  zoom: { x: { low: -1, high: 2 }, y: null },
  evidence: [{ variable: 'x', index: null, values: [0.5] }],
};

test('what is remembered of a model is recalled, and a new one is fresh', () => {
  const files = remembered([], 'file:///a', fields);
  expect(recalled(files, 'file:///a')).toEqual(fields);
  expect(recalled(files, 'file:///b')).toEqual(fresh);
});

test('the oldest are forgotten', () => {
  let files = remembered([], 'file:///0', fields);
  for (let i = 1; i <= mostFiles; i++) files = remembered(files, `file:///${i}`, fields);
  expect(files).toHaveLength(mostFiles);
  expect(files.map(({ uri }) => uri)).not.toContain('file:///0');
});

test('a place in the latent space is kept only where it is held', () => {
  const at = { variable: 'z', index: null, values: [1], held: false };
  expect(remembered([], 'a', { ...fresh, explored: at })[0]?.explored).toBeNull();
  expect(remembered([], 'a', { ...fresh, explored: { ...at, held: true } })[0]?.explored).toEqual({
    ...at,
    held: true,
  });
});
