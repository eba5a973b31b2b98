import { expect, it } from 'vitest';
import { Session } from '../../../src/engine/service/session';
import { bumps, requestFor, threeBumps } from '../build';
import { ask } from '../models';

it('keeps the sixteen programs that were asked for last', () => {
  const session = new Session();
  const request = requestFor(bumps(threeBumps));
  for (let i = 0; i < 20; i++) {
    session.admit({ ...request, structureKey: `s${i}` });
    session.admit({ ...request, structureKey: 's0', structure: i === 0 ? request.structure : null });
  }
  expect(session.program('s0')).not.toBeNull();
  expect(session.program('s1')).toBeNull();
  expect(session.program('s19')).not.toBeNull();
});

it('keeps a graph while the numbers in indices stay', () => {
  const session = new Session();
  const request = ask(
    'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(0.5 * z[t-1], 1) for t in 2..5\nobserved x | z[5] ~ Normal(z[5], 1)',
  );
  session.admit(request);
  const program = session.program(request.structureKey)!;
  const given = { program, numbers: request.numbers, weights: new Map(), faults: new Map<string, number>() };
  const graph = session.graph(given);
  const moved = { ...given, numbers: request.numbers.map((value) => (value === 0.5 ? 0.7 : value)) };
  expect(session.graph(moved)).toBe(graph);
});
