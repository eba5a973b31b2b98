import type { Inquiry } from '../api/query';
import type { KnownValues } from '../factors/tables/known';
import { isWeighed, type NodesPlan } from '../plan/planPart';
import { Column } from '../sampling/columns';
import { DrawWeights } from './drawWeights';
import { integrandOf } from './integrand';
import { type NodeBlock, visitNodes } from './nodes';
import { fitProposal, type Proposal, proposed } from './proposal';
import { replicates } from './quasiMonteCarlo';
import { sobolColumns } from './sobolColumns';

/** What weighted draws have found so far. */
export interface Drawn {
  /** log of the probability of the evidence, with its standard error. */
  readonly log: number;
  readonly error: number;
  /** (Σ w)² / Σ w² over the draws, their joint states together. */
  readonly effectiveSampleSize: number;
  readonly draws: number;
  /** Whether they come from a Gaussian fitted to the posterior and not from the prior. */
  readonly fitted: boolean;
  /** False where more draws would make it better, and are worth it. */
  readonly settled: boolean;
}

const drawLimit = 2 ** 18;
/** Joint states × draws, at most. */
const nodeLimit = 2 ** 21;
/** Numbers that are drawn, at most: beyond it an answer takes too long for what it gains. */
const numberLimit = 2 ** 22;
/** Draws worth less than this share of their number are taken elsewhere, if there is a better place. */
const even = 0.25;
/** Numbers that a proposal is fitted for, at most. */
export const fitLimit = 128;

/**
 * Draws of everything unknown in a part, weighted by the evidence: first from the prior; where the evidence leaves few of these,
 * from a Gaussian fitted to the posterior of the standard numbers behind them.
 * @param visit takes the nodes of every draw, weights included
 * @param reset forgets them: what follows stands for all
 * @param enough whether an answer is good enough
 */
export function* importance(
  inquiry: Inquiry,
  plan: NodesPlan,
  known: KnownValues,
  visit: (block: NodeBlock) => void,
  reset: () => void,
  enough: (drawn: Omit<Drawn, 'settled'>) => boolean,
): Generator<Drawn | null, void> {
  const budget = Math.min(drawLimit, nodeLimit / plan.table.count, numberLimit / plan.dimensions);
  const first = Math.max(1, 2 ** Math.round(Math.log2(inquiry.draws / replicates)));
  let proposal: Proposal | null = null;
  let mayFit = plan.dimensions <= fitLimit && isWeighed(plan, known);
  let weights = new DrawWeights();
  let [done, goal] = [0, first];
  for (;;) {
    const more = goal - done;
    weights.begin(more);
    const { columns, logWeights } = drawsFor(inquiry, plan.dimensions, proposal, done, more);
    yield* visitNodes(inquiry.given, plan, known, 1, columns, more * replicates, logWeights, (block) => {
      weights.add(block);
      visit(block);
    });
    done = goal;
    const draws = done * replicates;
    const { log, error } = weights.mean(done);
    const effectiveSampleSize = weights.effectiveSampleSize();
    const drawn = { log: log + plan.logScale, error, effectiveSampleSize, draws, fitted: proposal !== null };
    const settled = enough(drawn) || 2 * draws > budget;
    if (mayFit && effectiveSampleSize < even * draws) {
      mayFit = false;
      yield { ...drawn, settled: false };
      const f = integrandOf(inquiry.given, plan, known, 1);
      const better: Proposal | null = yield* fitProposal(f, plan.dimensions, inquiry.seed);
      if (better !== null && better.efficiency > (2 * effectiveSampleSize) / draws) {
        proposal = better;
        weights = new DrawWeights();
        reset();
        // Not to fall behind what there was.
        [done, goal] = [0, first];
        while (goal * replicates * better.efficiency < effectiveSampleSize) goal *= 2;
        continue;
      }
    }
    yield { ...drawn, settled };
    if (settled) return;
    goal *= 2;
  }
}

/**
 * The next draws of every dimension, from the prior or by a proposal.
 * @param done draws of each of 16 replicates before
 * @param more draws of each
 */
export function drawsFor(
  { base, seed }: Inquiry,
  dimensions: number,
  proposal: Proposal | null,
  done: number,
  more: number,
) {
  if (proposal === null) {
    return { columns: sobolColumns(base, seed, dimensions, done, more), logWeights: null };
  }
  const columns = sobolColumns(base, seed, dimensions + 1, done, more);
  const { places, logWeights } = proposed(
    proposal,
    columns.slice(0, dimensions).map(({ normal }) => normal),
    columns[dimensions]!.uniform,
  );
  return { columns: places.map((place) => Column.fromNormals(place)), logWeights };
}
