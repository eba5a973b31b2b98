import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewModel } from '../../webview/engine/previewModel';
import { Session } from '../../webview/engine/session';
import { ask } from './models';
import './plain';

const folder = join(__dirname, '../cases/models');
const files = readdirSync(folder).filter((file) => file.endsWith('.lvm'));

/** What may become of a number while it is typed, dragged or spoilt. */
const spoilt = fc.oneof(
  fc.constantFrom(0, -1, 1, 1e-300, 1e300, 1e30, 1e-20, Number.NaN, Number.POSITIVE_INFINITY, -0.5, 1000),
  fc.double({ min: -10, max: 10, noNaN: true }),
);

describe('whatever becomes of the numbers', () => {
  it.each(files)('%s is drawn or refused with a sentence', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const base = ask(text, { points: 16, samples: 64, draws: 64 });
    const session = new Session();
    fc.assert(
      fc.property(fc.nat(), spoilt, fc.nat(), spoilt, (i, a, j, b) => {
        const numbers = [...base.numbers];
        numbers[i % numbers.length] = a;
        // Half of the time a second number too.
        if (j % 2 === 0) numbers[j % numbers.length] = b;
        for (const answer of previewModel(session, { ...base, numbers }, 'cpu', () => 0)) {
          if (answer === null) continue;
          if (answer.kind === 'refusal') {
            expect(answer.reason).toMatch(/^[A-ZÀ-ÿα-ωa-z].*\.$/su);
            return;
          }
          const { observed } = answer;
          const heights = observed.kind === 'bars' ? observed.probability : observed.density;
          expect(heights.some(Number.isNaN)).toBe(false);
          if (observed.kind === 'curve') expect(observed.x.every(Number.isFinite)).toBe(true);
          return;
        }
      }),
      { seed: 2, numRuns: 12 },
    );
  });
});
