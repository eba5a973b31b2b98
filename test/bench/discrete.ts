import { env } from '@tensorflow/tfjs-core';
import type { PreviewRequest } from '../../src/engine/api/preview';
import { Program } from '../../src/engine/evaluate/program';
import { eliminate, type Factor, marginals } from '../../src/engine/factors/elimination/elimination';
import { discretePosteriors } from '../../src/engine/factors/tables/posterior';
import { Graph } from '../../src/engine/plan/graph';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';
import { Backends } from '../../src/engine/tensor/backend';
import { analyse } from '../../src/language/analyse';
import type { Model } from '../../src/model/model';
import { hiddenMarkov } from './models';
import { median } from './statistics';

interface Timing {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
}

const steps = 200;
const states = 20;
const size = `${steps} × ${states}`;

/** A chain as tables: the distribution of the first state, the transitions, and how likely each state makes what was seen at each step. */
interface Chain {
  readonly initial: Float64Array;
  readonly transition: Float64Array;
  readonly likelihood: readonly Float64Array[];
}

function someChain(): Chain {
  let state = 1;
  const next = () => {
    state = (state * 16_807) % 2_147_483_647;
    return 0.05 + state / 2_147_483_647;
  };
  const rows = (count: number) => {
    const values = Float64Array.from({ length: count * states }, next);
    for (let start = 0; start < values.length; start += states) {
      const row = values.subarray(start, start + states);
      const total = row.reduce((a, b) => a + b, 0);
      row.forEach((value, s) => {
        row[s] = value / total;
      });
    }
    return values;
  };
  const likelihood = Array.from({ length: steps }, () => Float64Array.from({ length: states }, next));
  return { initial: rows(1), transition: rows(states), likelihood };
}

/** The rival: the forward recursion as one would write it down, for a chain and nothing else. */
function naiveForward({ initial, transition, likelihood }: Chain): number {
  let logEvidence = 0;
  let alpha = initial.slice();
  for (let t = 0; t < likelihood.length; t++) {
    if (t > 0) {
      const before = alpha;
      alpha = new Float64Array(states);
      for (let j = 0; j < states; j++) {
        let sum = 0;
        for (let i = 0; i < states; i++) sum += before[i]! * transition[i * states + j]!;
        alpha[j] = sum;
      }
    }
    let total = 0;
    for (let j = 0; j < states; j++) {
      alpha[j]! *= likelihood[t]![j]!;
      total += alpha[j]!;
    }
    for (let j = 0; j < states; j++) alpha[j]! /= total;
    logEvidence += Math.log(total);
  }
  return logEvidence;
}

function factorsOf({ initial, transition, likelihood }: Chain): readonly Factor[] {
  return likelihood.flatMap((values, t) => [
    t === 0
      ? { keys: ['z0'], sizes: [states], values: initial, logScale: 0 }
      : { keys: [`z${t - 1}`, `z${t}`], sizes: [states, states], values: transition, logScale: 0 },
    { keys: [`z${t}`], sizes: [states], values, logScale: 0 },
  ]);
}

/** Variable elimination on a chain whose tables are there, and the recursion that knows of nothing but chains. */
export function benchElimination(): Timing[] {
  const chain = someChain();
  const factors = factorsOf(chain);
  const keys = chain.likelihood.map((_, t) => `z${t}`);
  const sizes = new Map(keys.map((key) => [key, states]));
  const ours = eliminate(factors, [], sizes);
  const rival = naiveForward(chain);
  if (ours.kind === 'too-large' || Math.abs(ours.factor.logScale - rival) > 1e-9 * Math.abs(rival)) {
    throw new Error('The two do not agree.');
  }
  return [
    time(`chain of ${size}, log evidence, variable elimination`, () => eliminate(factors, [], sizes)),
    time(`chain of ${size}, all posteriors, variable elimination`, () => marginals(factors, keys)),
    time(`chain of ${size}, log evidence, naive forward recursion`, () => naiveForward(chain)),
  ];
}

/** Questions about a hidden Markov model as it is written, from its text's numbers to the answer. */
export async function benchDiscrete(): Promise<Timing[]> {
  env().set('IS_TEST', true);
  await new Backends(() => performance.now()).use('cpu');
  const model = hiddenMarkovModel();
  const program = new Program(model.structureKey, model.structure);
  const evidence = new Map(
    Array.from({ length: steps }, (_, t) => [`x[${t + 1}]`, Float64Array.of(((t * 7) % 23) * 0.4)]),
  );
  const ask = (first: number) => {
    const graph = new Graph(program, model.numbers);
    const given = { program, numbers: model.numbers, weights: new Map(), faults: new Map() };
    const targets = Array.from({ length: steps - first + 1 }, (_, i) => graph.element('z', first + i));
    const elements = graph.closure([...targets, ...Array.from(evidence.keys(), (key) => graph.byKey(key))]);
    return discretePosteriors(given, elements, targets, evidence);
  };
  return [
    time(`hidden Markov ${size}, posterior of the last state`, () => ask(steps)),
    time(`hidden Markov ${size}, posterior of every state`, () => ask(1)),
    timePreview(model),
  ];
}

function hiddenMarkovModel(): Model {
  const { model } = analyse(hiddenMarkov(steps, states));
  if (model === null) throw new Error('The hidden Markov model has an error.');
  return model;
}

function timePreview(model: Model): Timing {
  const session = new Session();
  let generation = 0;
  const choice = (variable: string) => ({ variable, index: steps, coordinate: null, label: `${variable}[${steps}]` });
  return time(`preview, hidden Markov ${size}, cpu`, () => {
    generation++;
    const request: PreviewRequest = {
      generation,
      structureKey: model.structureKey,
      structure: model.structure,
      // The last number is the standard deviation.
      numbers: model.numbers.map((value, slot) =>
        slot === model.numbers.length - 1 ? value + 1e-6 * generation : value,
      ),
      views: [],
      weights: new Map(),
      data: new Map(),
      query: {
        observed: choice('x'),
        evidence: [],
        zoom: null,
        standing: [],
        mass: 0.998,
        asides: [],
        latent: choice('z'),
        points: 512,
        draws: 4096,
        samples: 2000,
        seed: 0,
        backend: 'cpu',
      },
    };
    for (const answer of previewModel(session, request, 'cpu', () => performance.now())) {
      if (answer?.kind === 'refusal') throw new Error(answer.reason);
      if (answer !== null) return;
    }
  });
}

function time(name: string, run: () => unknown): Timing {
  const times: number[] = [];
  const runs = 60;
  for (let i = 0; i < 2 * runs; i++) {
    const start = performance.now();
    run();
    if (i >= runs) times.push(performance.now() - start);
  }
  return { name, median: median(times), fastest: Math.min(...times) };
}
