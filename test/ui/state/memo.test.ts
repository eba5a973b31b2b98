import { expect, it, vi } from 'vitest';
import { memo } from '../../../webview/ui/state/memo';

it('a memo computes anew exactly when an argument is another', () => {
  const compute = vi.fn((a: object, b: number) => ({ a, b }));
  const kept = memo(compute);
  const one = {};
  const first = kept(one, 1);
  expect(kept(one, 1)).toBe(first);
  expect(kept({}, 1)).not.toBe(first);
  expect(kept(one, Number.NaN)).toBe(kept(one, Number.NaN));
  expect(compute).toHaveBeenCalledTimes(3);
});
