import { expect, it } from 'vitest';
import { thousands } from '../../webview/engine/thousands';

it.each([0, 7, 999, 1000, 12_345, 100_000, 1_048_576, 1e12, -4096])('writes %d as the language does', (value) => {
  expect(thousands(value)).toBe(value.toLocaleString('en'));
});
