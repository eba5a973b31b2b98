import type { BackendName, Preview, PreviewQuery, PreviewRequest } from '../../src/engine/api/preview';
import type { Inquiry } from '../../src/engine/api/query';
import { Program } from '../../src/engine/evaluate/program';
import { allElements } from '../../src/engine/plan/allElements';
import { Graph } from '../../src/engine/plan/graph';
import { posteriors as posteriorsOf } from '../../src/engine/queries/posteriors';
import { Base } from '../../src/engine/sampling/base';
import { sampleBlocks } from '../../src/engine/sampling/sampleBlocks';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';
import { fan } from '../../src/engine/views/fan';
import { analyse } from '../../src/language/analyse';
import type { Model } from '../../src/model/model';
import { loadedBackends } from './engine';
import { categories, hiddenMarkov, linearChain, networks, plane, threeBumps } from './models';
import { libraries, Rival } from './rival';
import { median } from './statistics';

/** A path that is shipped, from the numbers of a text to the last answer, and the same job of a library. */
interface Path {
  readonly name: string;
  /** Its name in rivals/paths.py, with its sizes. */
  readonly rival: string;
  /** Answers with a number of the result. */
  readonly run: () => number;
  /** How far that number may be from the rival's; null where each draws networks of its own. */
  readonly agreement: number | null;
  /** Calls, where one takes so long that few must do. */
  readonly rounds?: number;
}

export interface Comparison {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Milliseconds of calls for each contestant in each round, and rounds. */
const [budget, usualRounds] = [150, 7];

/**
 * What users wait for, as it is shipped, beside NumPy and PyTorch doing the same on one thread. The contestants take turns, and CPU time
 * is measured, of which a busy machine takes little more than a quiet one; the fastest call counts.
 */
export async function comparePaths(): Promise<Comparison> {
  const backends = await loadedBackends();
  const backend = await backends.use('auto');
  const rival = await Rival.start();
  const rows: string[][] = [];
  try {
    for (const path of pathsOn(backend)) rows.push(await compared(path, rival));
  } finally {
    rival?.stop();
  }
  const against = rival === null ? 'no Python with NumPy here' : rival.description;
  return {
    title: `Shipped paths, the fastest call in ms of CPU time, TensorFlow.js on ${backend}; against ${against}`,
    head: ['what', 'ours', 'ours, median', 'NumPy', 'PyTorch', 'ours / best of Python'],
    rows,
  };
}

async function compared({ name, rival: rivalName, run, agreement, rounds }: Path, rival: Rival | null) {
  const ours: number[] = [];
  const theirs = libraries.map((library) => ({ library, times: [] as number[] }));
  const found = run();
  for (let round = 0; round < (rounds ?? usualRounds); round++) {
    ours.push(...timesOf(run, budget));
    for (const { library, times } of theirs) {
      const measured = (await rival?.measure(rivalName, library, budget)) ?? null;
      if (measured === null) continue;
      times.push(...measured.times);
      if (agreement !== null && !(Math.abs(measured.result - found) <= agreement)) {
        throw new Error(`${name}: ours is ${found}, ${library} says ${measured.result}.`);
      }
    }
  }
  const fastest = (times: readonly number[]) => Math.min(...times);
  const shown = (value: number) =>
    Number.isFinite(value) ? Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 }) : '–';
  const best = Math.min(...theirs.map(({ times }) => fastest(times)));
  const ratio = Number.isFinite(best) ? fastest(ours) / best : best;
  return [name, ...[fastest(ours), median(ours), ...theirs.map(({ times }) => fastest(times)), ratio].map(shown)];
}

/** CPU milliseconds a call, for as many calls as fit into the budget, at least one; short ones many at once. */
function timesOf(call: () => void, milliseconds: number): number[] {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  do {
    const start = process.cpuUsage();
    let [count, spent] = [0, 0];
    while (spent < 2) {
      call();
      count++;
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1000;
    }
    times.push(spent / count);
  } while (performance.now() < end);
  return times;
}

function* pathsOn(backend: BackendName): Generator<Path> {
  yield {
    name: 'three bumps, 512 points and 2,000 samples',
    rival: 'bumps:512:2000',
    run: edited(threeBumps, backend, { samples: 2000 }).area,
    agreement: 0.02,
  };
  for (const [dimensions, what] of [
    [1, 'nodes'],
    [2, 'nodes'],
    [3, 'draws'],
  ] as const) {
    const { area, nodes } = edited(networks(dimensions), backend);
    const count = nodes();
    const sizes = `${dimensions}-D z, ${count.toLocaleString('en')} ${what}`;
    yield {
      name: `two networks, ${sizes}, 512 points`,
      rival: `networks:${count}:${dimensions}:512`,
      run: area,
      agreement: null,
    };
  }
  const { area, nodes } = edited(plane, backend);
  const count = nodes();
  yield {
    name: `plane of 96 × 96 under a 2-D z, ${count.toLocaleString('en')} nodes`,
    rival: `plane:${count}:96`,
    run: area,
    agreement: null,
  };
  for (const states of [1000, 10_000, 100_000]) {
    yield {
      name: `${states.toLocaleString('en')} categories, 512 points`,
      rival: `categories:${states}:512`,
      run: edited(categories(states), backend).area,
      agreement: 0.02,
      ...(states > 50_000 ? { rounds: 3 } : {}),
    };
  }
  yield { name: '10⁶ samples of the three bumps', rival: 'samples:1000000', run: drawn(1_000_000), agreement: 0.02 };
  yield {
    name: 'all posteriors, hidden Markov chain of 200 × 20',
    rival: 'chain:200:20',
    run: posteriors(hiddenMarkov(200, 20), 200, (t) => 0.4 * ((t * 7) % 23)),
    agreement: 1e-9,
  };
  yield {
    name: 'all posteriors, hidden Markov chain of 5,000 × 5',
    rival: 'chain:5000:5',
    run: posteriors(hiddenMarkov(5000, 5), 5000, (t) => 0.4 * ((t * 7) % 23)),
    agreement: 1e-9,
  };
  yield {
    name: 'all posteriors, linear-Gaussian chain of 500',
    rival: 'gaussian-chain:500',
    run: posteriors(linearChain(500), 500, (t) => 0.1 * ((t * 7) % 23)),
    agreement: 1e-9,
  };
  yield {
    name: 'fan of a hidden Markov chain of 1,000 × 5, given all',
    rival: 'chain:1000:5',
    run: fanned(hiddenMarkov(1000, 5), 1000, (t) => 0.4 * ((t * 7) % 23)),
    agreement: null,
  };
  yield {
    name: 'fan of a linear-Gaussian chain of 1,000, given all',
    rival: 'gaussian-chain:1000',
    run: fanned(linearChain(1000), 1000, (t) => 0.1 * ((t * 7) % 23)),
    agreement: null,
  };
  yield {
    name: 'posterior of a z by quadrature, with quantiles',
    rival: 'posterior:2001',
    run: posteriors('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(3 * z) + z, 0.5)', null, () => 0.7),
    agreement: 1e-6,
  };
}

function modelOf(text: string): Model {
  const { model, diagnostics } = analyse(text);
  if (model === null) throw new Error(diagnostics[0]?.message);
  return model;
}

/** What the panel asks for. */
function requestOf({ structure, structureKey, numbers }: Model, query: Partial<PreviewQuery>): PreviewRequest {
  const usual = {
    observed: null,
    latent: null,
    evidence: [],
    zoom: null,
    mass: 0.998,
    standing: [],
    asides: [],
    seed: 0,
    points: 512,
    draws: 4096,
    samples: 0,
    backend: 'auto',
  } as const;
  return {
    generation: 0,
    structureKey,
    structure,
    numbers,
    views: [],
    weights: new Map(),
    data: new Map(),
    query: { ...usual, ...query },
  };
}

/** A model that is previewed again and again, its last number a little different each time, as when it is edited. */
function edited(text: string, backend: BackendName, query: Partial<PreviewQuery> = {}) {
  const model = modelOf(text);
  const session = new Session();
  let generation = 0;
  const last = (): Preview => {
    generation++;
    const numbers = model.numbers.map((value, slot) =>
      slot === model.numbers.length - 1 ? value * (1 + 1e-5 * generation) : value,
    );
    const request = { ...requestOf(model, { backend, ...query }), generation, numbers };
    let preview: Preview | null = null;
    for (const answer of previewModel(session, request, backend, () => performance.now())) {
      if (answer?.kind === 'refusal') throw new Error(answer.reason);
      preview = answer ?? preview;
    }
    return preview!;
  };
  return {
    nodes: () => last().method.nodes,
    area: () => {
      const { observed } = last();
      if (observed.kind !== 'curve') return 1;
      const { x, density } = observed;
      return density.reduce((sum, value) => sum + value, 0) * (x[1]! - x[0]!);
    },
  };
}

function inquiryOf(model: Model): Inquiry {
  const program = new Program(model.structureKey, model.structure);
  const given = { program, numbers: model.numbers, weights: new Map(), faults: new Map<string, number>() };
  return { given, graph: new Graph(program, model.numbers), base: new Base(), draws: 4096, seed: 0 };
}

/** What `lvm sample` does, but for the writing. Answers with the mean of x. */
function drawn(count: number): () => number {
  const model = modelOf(threeBumps);
  return () => {
    const inquiry = inquiryOf(model);
    const elements = allElements(inquiry);
    const x = elements.findIndex(({ key }) => key === 'x');
    let sum = 0;
    for (const { draws, start, rows } of sampleBlocks(inquiry, elements, count)) {
      for (let i = start; i < start + rows; i++) sum += draws[x]![i]!;
    }
    return sum / count;
  };
}

/**
 * What `lvm posterior --of z` does, given every x.
 * @param length of the chains; null for a z and an x that are none
 * @returns of the element in the middle the mean, or the probability of its second state
 */
function posteriors(text: string, length: number | null, seen: (t: number) => number): () => number {
  const model = modelOf(text);
  const indices = length === null ? [null] : Array.from({ length }, (_, t) => t + 1);
  return () => {
    const inquiry = inquiryOf(model);
    const element = (name: string, index: number | null) => inquiry.graph.element(name, index);
    const evidence = new Map(indices.map((t) => [element('x', t).key, Float64Array.of(seen((t ?? 1) - 1))]));
    const wanted = indices.map((t) => element('z', t));
    const answers = Array.from(posteriorsOf(inquiry, wanted, evidence)).filter((answer) => answer !== null);
    const { posterior } = answers[Math.floor(answers.length / 2)]!;
    return posterior.kind === 'discrete' ? posterior.probabilities[1]! : posterior.mean[0]!;
  };
}

/** What the panel does for the fan of z, given every x. Answers with what is shown of the element in the middle. */
function fanned(text: string, length: number, seen: (t: number) => number): () => number {
  const model = modelOf(text);
  const evidence = Array.from({ length }, (_, t) => ({ variable: 'x', index: t + 1, values: [seen(t)] }));
  const request = requestOf(model, { evidence, asides: [] });
  return () => {
    const { given, graph } = inquiryOf(model);
    const session = new Session();
    let shown = Number.NaN;
    for (const answer of fan({ given, graph, session, request }, { kind: 'fan', variable: 'z', coordinate: null })) {
      if (answer === null) continue;
      const { content, indices } = answer;
      const bands = content.kind === 'bands' ? content.quantiles[2]! : content.shares[1]!;
      shown = bands[Math.floor(indices.length / 2)]!;
    }
    return shown;
  };
}
