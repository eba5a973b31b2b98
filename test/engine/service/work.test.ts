import { describe, expect, it } from 'vitest';
import type { Preview, PreviewRequest } from '../../../src/engine/api/preview';
import { previewModel } from '../../../src/engine/service/previewModel';
import { Session } from '../../../src/engine/service/session';
import { workFor } from '../../../src/engine/service/work';
import { answers, final } from '../ask';
import { ask } from '../models';

const text = `latent z ~ Normal(0, 1)
observed x | z ~ Normal(sin(3 * z) + z, 0.4)`;
const request = ask(text, { draws: 4096 });
const evidence = [{ variable: 'x', index: null, values: [0.3] }];

function workOf(session: Session, asked: PreviewRequest) {
  session.admit(asked);
  const program = session.program(asked.structureKey);
  if (program === null) throw new Error('The program is gone.');
  return workFor(session, program, asked, 'cpu');
}

describe('a request for the same pictures', () => {
  it('goes on with the work of the last', () => {
    const session = new Session();
    const work = workOf(session, request);
    expect(workOf(session, request)).toBe(work);
    expect(workOf(session, { ...request, generation: 7 })).toBe(work);
    expect(workOf(session, { ...request, query: { ...request.query, evidence } })).toBe(work);
    expect(workOf(session, structuredClone(request))).toBe(work);
  });

  it('has the numbers of a request of its own', () => {
    const session = new Session();
    const before = final(request, session);
    const after = final({ ...request, query: { ...request.query, evidence } }, session);
    const alone = final({ ...request, query: { ...request.query, evidence } });
    expect(after.observed).toEqual(before.observed);
    expect(after.observed).toEqual(alone.observed);
    expect(after.posterior).toEqual(alone.posterior);
    expect(after.posterior?.kind).toBe('posterior');
  });

  it('is answered at once with what is known, where the last was left in the middle', () => {
    const session = new Session();
    const slow = ask(
      text
        .replace(
          'Normal(0, 1)',
          'Normal(0, 1)\nlatent u ~ Normal(0, 1)\nlatent v ~ Normal(0, 1)\nlatent w ~ Normal(0, 1)',
        )
        .replace('| z', '| z, u, v, w')
        .replace('+ z', '+ z + u * v * w'),
      { draws: 1024 },
    );
    const steps = previewModel(session, slow, 'cpu', () => 0);
    let shown: Preview | null = null;
    for (const answer of steps) {
      if (answer?.kind !== 'preview') continue;
      shown = answer;
      break;
    }
    expect(shown?.final).toBe(false);
    const next = answers({ ...slow, query: { ...slow.query, evidence: [] } }, session);
    expect(next[0]).toMatchObject({
      kind: 'preview',
      observed: { density: shown?.observed.kind === 'curve' ? shown.observed.density : null },
    });
    expect(next.at(-1)).toEqual(expect.objectContaining({ final: true, observed: final(slow).observed }));
  });
});

describe('other pictures begin anew', () => {
  const other: Record<string, (asked: PreviewRequest) => PreviewRequest> = {
    'another number': (asked) => ({
      ...asked,
      numbers: asked.numbers.map((value, i) => (i === 0 ? value + 1 : value)),
    }),
    'a number that became negative zero': (asked) => ({
      ...asked,
      numbers: asked.numbers.map((value) => (value === 0 ? -0 : value)),
    }),
    'another seed': (asked) => ({ ...asked, query: { ...asked.query, seed: 9 } }),
    'another zoom': (asked) => ({ ...asked, query: { ...asked.query, zoom: { x: { low: 0, high: 1 }, y: null } } }),
    'another view': (asked) => ({ ...asked, views: [{ variable: 'x', coordinate: null, low: -1, high: 1 }] }),
    'a row of data more': (asked) => ({ ...asked, data: new Map([['x', [Float64Array.of(1, 2)]]]) }),
    'a row of other data': (asked) => ({ ...asked, data: new Map([['x', [Float64Array.of(1.5)]]]) }),
    'trained weights': (asked) => ({
      ...asked,
      weights: new Map([['g.1', { kernel: new Float32Array(8), bias: new Float32Array(8) }]]),
    }),
  };
  for (const [name, change] of Object.entries(other)) {
    it(name, () => {
      const session = new Session();
      const first = { ...request, data: new Map([['x', [Float64Array.of(1)]]]) };
      const work = workOf(session, first);
      expect(workOf(session, change(first))).not.toBe(work);
    });
  }

  it('another backend', () => {
    const session = new Session();
    const work = workOf(session, request);
    const program = session.program(request.structureKey);
    expect(program === null ? null : workFor(session, program, request, 'wasm')).not.toBe(work);
  });
});
