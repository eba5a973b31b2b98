import { expect, it } from 'vitest';
import { cornerSubject, shownChoices } from '../../../webview/ui/request/cornerSubjects';
import { noCornerChoice } from '../../../webview/ui/state/cornerChoice';
import { initialState } from '../../../webview/ui/state/state';
import { vectorsOf } from '../vectors';

it('begins with the first vector and its first numbers, nothing narrowed', () => {
  const structure = vectorsOf({ x: ['observed', 5], z: ['latent', 3] });
  const { corner } = initialState(null);
  expect(corner).toBe(noCornerChoice);
  const subject = cornerSubject(corner, structure)!;
  expect(subject.label).toBe('x');
  expect(shownChoices(corner, subject).map(({ label }) => label)).toEqual(['x₁', 'x₂', 'x₃', 'x₄']);
  expect(corner.before).toBeNull();
});
