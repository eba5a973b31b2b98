import { expect, it } from 'vitest';
import { plateText } from '../../webview/export/plateText';

it('says the range of a chain, and which elements begin otherwise', () => {
  const starts = [{ name: 'z', shown: 'z[1]', definition: 0 }];
  expect(plateText({ members: ['z'], label: 't = 1…5', starts })).toBe('t = 1…5\nfrom z[1]');
  expect(plateText({ members: ['z'], label: 't = 1…5', starts: [] })).toBe('t = 1…5');
});
