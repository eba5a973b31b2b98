import { expect, it } from 'vitest';
import type { Aside } from '../../../src/engine/api/aside';
import { final } from '../ask';
import { bumps, requestFor, threeBumps } from '../build';
import { ask } from '../models';

const z = { variable: 'z', index: null };
const chain = ask(
  'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..5\nobserved x[t] | z[t] ~ Normal(z[t], 0.3) for t in 1..5',
);
const plane = ask('observed x ~ Normal([0, 1], [1, 2])');
const mixture = requestFor(bumps(threeBumps));

/** The kind of each answer to these asides of a request. */
function kinds(request: typeof mixture, asides: readonly Aside[]): unknown {
  return final({ ...request, query: { ...request.query, asides } }).asides.map((answer) => answer?.kind);
}

it('every kind of aside has its answer', () => {
  const asides: Aside[] = [
    { kind: 'conditional', latent: z, values: [2] },
    { kind: 'rows', count: 3 },
    { kind: 'distribution' },
  ];
  expect(kinds(mixture, asides)).toEqual(['conditional', 'rows', 'distribution']);
  expect(kinds(chain, [{ kind: 'fan', variable: 'z', coordinate: null }])).toEqual(['fan']);
  const pair = [1, 2].map((coordinate) => ({ variable: 'x', index: null, coordinate, label: `x${coordinate}` }));
  expect(kinds(plane, [{ kind: 'corner', choices: pair }])).toEqual(['corner']);
});

it('an aside that the model has no answer to says so in words', () => {
  const asides: Aside[] = [{ kind: 'fan', variable: 'x', coordinate: null }];
  const [answer] = final({ ...mixture, query: { ...mixture.query, asides } }).asides;
  expect(answer).toEqual({
    kind: 'none',
    reason: 'x is no chain: choose a variable that is defined for t in a range.',
  });
});
