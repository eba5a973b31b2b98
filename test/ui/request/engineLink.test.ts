import { expect, it } from 'vitest';
import type { PreviewAnswer } from '../../../src/engine/api/preview';
import type { ClientRequest } from '../../../src/engine/service/client';
import { EngineLink, type WholeRequest } from '../../../webview/ui/request/engineLink';
import { preview } from '../../plots/fixtures';
import { structureOf } from '../structures';

function request(generation: number): WholeRequest {
  return {
    generation,
    structureKey: `k${generation}`,
    structure: structureOf({}),
    numbers: [],
    views: [],
    weights: new Map(),
    data: new Map(),
    query: {
      observed: null,
      latent: null,
      points: 16,
      draws: 16,
      samples: 0,
      seed: 0,
      evidence: [],
      zoom: null,
      standing: [],
      mass: 0.998,
      asides: [],
      backend: 'auto',
    },
  };
}

it('keeps the newest request until the engine is there, and answers in the panel’s numbers', () => {
  const answers: PreviewAnswer[] = [];
  const asked: ClientRequest[] = [];
  const link = new EngineLink((answer) => answers.push(answer));
  link.request(request(1));
  link.request(request(2));
  link.connect({ request: (one) => asked.push(one) });
  link.request(request(3));
  expect(asked.map(({ structureKey }) => structureKey)).toEqual(['k2', 'k3']);
  link.answered(preview({ generation: 1 }));
  link.answered({ kind: 'refusal', generation: 2, reason: 'no' });
  link.answered(preview({ generation: 9 }));
  expect(answers.map(({ generation }) => generation)).toEqual([2, 3]);
});

it('forgets requests of long ago', () => {
  const answers: PreviewAnswer[] = [];
  let count = 0;
  const link = new EngineLink((answer) => answers.push(answer));
  link.connect({ request: () => ++count });
  for (let generation = 1; generation <= 200; generation++) link.request(request(generation));
  link.answered(preview({ generation: 1 }));
  link.answered(preview({ generation: 200 }));
  expect(answers.map(({ generation }) => generation)).toEqual([200]);
});
