import { describe, expect, it } from 'vitest';
import { massText } from '../../../webview/plots/words/massText';
import { counts, threeBumps, twoBlobs } from '../fixtures';

const outside = (below: number, above: number, exact = true) => ({
  massInside: 1 - below - above,
  outside: { below, above, exact },
});

describe('what a picture holds', () => {
  it('and how much lies outside, on which side', () => {
    expect(massText({ ...threeBumps(), ...outside(0.0006, 0.0016) })).toBe(
      'range [−5, 5.6] holds 99.8 % of the mass; 0.2 % lies outside, 0.1 % below and 0.2 % above',
    );
    expect(massText({ ...threeBumps(), ...outside(0, 0.002) })).toBe(
      'range [−5, 5.6] holds 99.8 % of the mass; 0.2 % lies above',
    );
  });

  it('names a share that is tiny, and none that is nothing', () => {
    expect(massText({ ...threeBumps(), ...outside(0.00003, 0.00003) })).toContain(
      'holds more than 99.9 % of the mass; 0.006 % lies outside',
    );
    expect(massText({ ...threeBumps(), ...outside(0, 0) })).toBe('range [−5, 5.6] holds 100 % of the mass');
  });

  it('leaves the sides out where only samples know them', () => {
    expect(massText({ ...threeBumps(), ...outside(0.001, 0.001, false) })).toMatch(/; 0\.2 % lies outside$/);
    expect(massText(twoBlobs('x', 5))).toMatch(/^the area shown holds 99\.1 % of the mass; 0\.9 % lies outside$/);
  });

  it('is not said where it is not known', () => {
    expect(massText({ ...counts(), massInside: Number.NaN })).toBe('');
  });
});
