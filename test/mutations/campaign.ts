import { setBackend } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import type { Analysis } from '../../src/language/analysis';
import { commandLaws, type Outcome, previewLaws } from './engineLaws';
import { featureLaws, languageLaws } from './languageLaws';
import { mutant } from './mutant';

/** What is tried of how many texts. */
export interface Plan {
  readonly texts: number;
  readonly seed: number;
  /** One text in so many has its language features asked. */
  readonly featuresEvery: number;
  /** One text without an error in so many is given to the preview and to the command line. */
  readonly engineEvery: number;
}

export interface Failure {
  readonly text: string;
  readonly error: unknown;
}

/** How often each was tried, and what did not hold. */
export interface Tally {
  texts: number;
  models: number;
  features: number;
  engine: Record<Outcome, number>;
  /** The slowest text of the language and of the engine. */
  readonly slowest: Record<'language' | 'engine', { milliseconds: number; text: string }>;
  readonly failures: Failure[];
}

/** Texts that are made at a time. */
const batch = 2000;

/** Tries what must hold of every text on texts that are nearly models; the same plan tries the same texts. @param told hears of each batch */
export function campaign(plan: Plan, told: (tally: Tally) => void = () => {}): Tally {
  void setBackend('cpu');
  const none = { milliseconds: 0, text: '' };
  const tally: Tally = {
    ...{ texts: 0, models: 0, features: 0, engine: { answered: 0, refused: 0 } },
    ...{ slowest: { language: none, engine: none }, failures: [] },
  };
  for (let done = 0; done < plan.texts; done += batch) {
    const numRuns = Math.min(batch, plan.texts - done);
    for (const text of fc.sample(mutant, { seed: plan.seed + done, numRuns })) tryText(text, plan, tally);
    told(tally);
  }
  return tally;
}

function tryText(text: string, plan: Plan, tally: Tally): void {
  tally.texts++;
  try {
    const analysis = timed('language', text, tally, () => languageLaws(text));
    if (tally.texts % plan.featuresEvery === 0) {
      tally.features++;
      timed('language', text, tally, () => tryFeatures(analysis, tally.texts));
    }
    const { model } = analysis;
    if (model === null || ++tally.models % plan.engineEvery !== 0) return;
    timed('engine', text, tally, () => {
      tally.engine[previewLaws(model)]++;
      tally.engine[commandLaws(model)]++;
    });
  } catch (error) {
    tally.failures.push({ text, error });
  }
}

/** At a place that depends on the text alone, at the end, where one types, and with a new name that has a name already now and then. */
function tryFeatures(analysis: Analysis, turn: number): void {
  const { text } = analysis;
  const names = [...analysis.symbols.globals.keys()];
  const newName = names[turn % (2 * names.length + 1)] ?? 'fresh';
  for (const offset of [(turn * 7919) % (text.length + 1), text.length]) featureLaws(analysis, offset, newName);
}

function timed<T>(part: 'language' | 'engine', text: string, { slowest }: Tally, work: () => T): T {
  const started = performance.now();
  const result = work();
  const milliseconds = performance.now() - started;
  if (milliseconds > slowest[part].milliseconds) slowest[part] = { milliseconds, text };
  return result;
}
