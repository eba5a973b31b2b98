import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preview, PreviewQuery, PreviewRequest, Standing } from '../../src/engine/api/preview';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';
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

const gallery = join(__dirname, '../../media/gallery');
const models = readdirSync(gallery)
  .filter((file) => file.endsWith('.lvm'))
  .map((file) => ask(readFileSync(join(gallery, file), 'utf8'), { points: 16, samples: 256, draws: 64 }));

/** One request on the way to the text that is looked at in the end. */
const earlier = fc.record({
  model: fc.nat(models.length - 1),
  /** Whether it is of that model, and not of the one in the end. */
  other: fc.constantFrom(false, false, false, true),
  slot: fc.nat(),
  factor: fc.constantFrom(-1, 0.3, 0.7, 0.9, 1.05, 1.1, 1.2, 1.4),
  seed: fc.constantFrom(0, 0, 0, 5),
  zoom: fc.constantFrom(null, { x: { low: -1, high: 2 }, y: null }),
  /** Whether the axes stand where those of the answer before are. */
  held: fc.boolean(),
  /** Steps after which it is left for the next. */
  steps: fc.constantFrom(1, 3, 10),
});

describe('the picture of a text', () => {
  it.each(
    models.map((request, i) => [i, request.structure!.variables.map(({ name }) => name).join(), request] as const),
  )('is that of a fresh session, whatever was edited before (%i: %s)', (_, __, end) => {
    const fresh = pictureOf(new Session(), end, null);
    const whole = !Array.isArray(fresh);
    fc.assert(
      fc.property(fc.array(earlier, { minLength: 1, maxLength: 4 }), (edits) => {
        const session = new Session();
        let shown: Preview | null = null;
        for (const { model, other, slot, factor, seed, zoom, held, steps } of edits) {
          const base = other ? models[model]! : end;
          const numbers = [...base.numbers];
          numbers[slot % numbers.length]! *= factor;
          const query: PreviewQuery = { ...base.query, seed, zoom, standing: held ? axesOf(shown) : [] };
          let left = steps;
          for (const answer of previewModel(session, { ...base, numbers, query }, 'cpu', () => 0)) {
            if (answer?.kind === 'preview') shown = answer;
            left--;
            if (left === 0) break;
          }
        }
        expect(pictureOf(session, end, whole)).toEqual(fresh);
      }),
      { seed: 11, numRuns: whole ? 6 : 1 },
    );
  });
});

/**
 * The last answer, but for what tells how it came about; of what is refined for long the places at which it is known.
 * @param whole whether to wait for it; null to find out
 */
function pictureOf(session: Session, request: PreviewRequest, whole: boolean | null): unknown {
  let last: Preview | null = null;
  let steps = 0;
  for (const answer of previewModel(session, request, 'cpu', () => 0)) {
    if (answer?.kind === 'refusal') return answer;
    last = answer ?? last;
    steps++;
    if (last !== null && (whole === false || (whole === null && steps >= 10 && !last.final))) {
      return [last.observed, last.prior].map(placesOf);
    }
  }
  return { ...last, reused: null };
}

function placesOf(plot: Preview['prior']): unknown {
  return plot?.kind === 'bars' ? plot.values : plot?.x;
}

function axesOf(shown: Preview | null): Standing[] {
  return [shown?.observed, shown?.prior].flatMap((plot) =>
    plot?.kind === 'curve' ? [{ label: plot.choice.label, x: { low: plot.x[0]!, high: plot.x.at(-1)! }, y: null }] : [],
  );
}
