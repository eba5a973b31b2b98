import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { noLocks } from '../../webview/handles/bonds';
import { sharesOf } from '../../webview/handles/shares';
import { weighed } from '../../webview/handles/weighed';
import { choice } from '../engine/models';
import { literalText, readingOf } from './readings';

const observed = 'observed x | z ~ Normal(0, 1)';

/** What the text says after a drag: every literal that was changed with its new number. */
function barAt(text: string, count: number, index: number, share: number, locked: ReadonlySet<number> = noLocks) {
  const reading = readingOf(text);
  const changes = weighed(sharesOf(choice('z'), reading, count)!, reading, index, share, 3, locked);
  return changes.map(({ slot, value }) => `${literalText(text, reading, slot)} → ${value}`);
}

describe('the bar of a Bernoulli', () => {
  const bounded = `param p: interval(0.1, 0.4) = 0.2\nlatent z ~ Bernoulli(p)\n${observed}`;

  test('stops at the limits of its param', () => {
    expect(barAt(bounded, 2, 1, 0.9)).toEqual(['0.2 → 0.4']);
    expect(barAt(bounded, 2, 0, 0.99)).toEqual(['0.2 → 0.1']);
    expect(analyse(bounded.replace('= 0.2', '= 0.4')).model).not.toBeNull();
  });

  test('takes the rest of its vector along', () => {
    const text = `param w: simplex = [0.2, 0.8]\nlatent z ~ Bernoulli(w[1])\n${observed}`;
    expect(barAt(text, 2, 1, 0.9)).toEqual(['0.2 → 0.9', '0.8 → 0.1']);
    expect(barAt(text, 2, 0, 0.9)).toEqual(['0.2 → 0.1', '0.8 → 0.9']);
  });

  test('goes all the way where nothing holds it', () => {
    expect(barAt(`latent z ~ Bernoulli(0.3)\n${observed}`, 2, 1, 1.4)).toEqual(['0.3 → 1']);
  });
});

describe('the bars of a Categorical', () => {
  test('give and take', () => {
    const text = `latent z ~ Categorical([0.3, 0.5, 0.2])\n${observed}`;
    expect(barAt(text, 3, 1, 0.75)).toEqual(['0.3 → 0.15', '0.5 → 0.75', '0.2 → 0.1']);
    expect(barAt(text, 3, 1, 0.75, new Set([2]))).toEqual(['0.3 → 0.05', '0.5 → 0.75']);
  });

  test('leave something of what is something, in more digits than they are dragged with', () => {
    const text = `latent z ~ Categorical([0.3, 0.6, 0.1, 0])\n${observed}`;
    expect(barAt(text, 4, 0, 0.9993)).toEqual(['0.3 → 0.999', '0.6 → 0.0009', '0.1 → 0.0001', '0 → 0']);
    expect(barAt(text, 4, 0, 1.2)).toEqual(['0.3 → 1', '0.6 → 0', '0.1 → 0', '0 → 0']);
  });

  test('move nothing where a param does not allow it', () => {
    const text = `param p: interval(0.1, 0.4) = 0.3\nlatent z ~ Categorical([p, 0.7])\n${observed}`;
    expect(barAt(text, 2, 1, 0.65)).toEqual(['0.3 → 0.35', '0.7 → 0.65']);
    expect(barAt(text, 2, 1, 0.2)).toEqual([]);
  });
});
