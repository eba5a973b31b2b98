import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { follow, methodDetails } from '../../src/cli/answer';
import { readEvidence } from '../../src/cli/evidence';
import { Failure } from '../../src/cli/failure';
import { inquiryOf, readWholeModel, tellFaults } from '../../src/cli/inquiry';
import { toJson } from '../../src/cli/json';
import { findNames } from '../../src/cli/names';
import { usualDraws } from '../../src/cli/options';
import { readPoints } from '../../src/cli/points';
import { posteriorJson } from '../../src/cli/posteriorJson';
import { Progress } from '../../src/cli/progress';
import { Unanswerable } from '../../src/engine/api/unanswerable';
import { density } from '../../src/engine/queries/density';
import { posterior } from '../../src/engine/queries/posterior';
import type { Asked, ModelFiles } from './model';

/** What the command line says to a question. */
export type Reply =
  /** JSON as the commands write it. */
  | { readonly kind: 'answer'; readonly answer: unknown; readonly words: string; readonly cpu: number }
  /** A sentence, and a status other than 0. */
  | { readonly kind: 'refused'; readonly words: string; readonly cpu: number }
  /** Not within the time. */
  | { readonly kind: 'slow'; readonly cpu: number }
  /** A fault of the program. */
  | { readonly kind: 'fault'; readonly words: string; readonly cpu: number };

class TimeIsUp extends Error {}

/** Seconds of this process. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Writes a model and its files into a folder of their own while something is asked of it. */
export async function withModel<T>({ text, files = {} }: ModelFiles, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lvm-claims-'));
  try {
    writeFileSync(join(folder, 'model.lvm'), text);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Asks what `lvm density` or `lvm posterior` asks, in this process, with their usual draws and seed, and by their own steps.
 * @param limit seconds of processor time, looked at whenever the computation lets go
 */
export async function ask(model: ModelFiles, question: Asked, limit: number): Promise<Reply> {
  const from = cpuSeconds();
  const cpu = () => cpuSeconds() - from;
  let words = '';
  const errors = {
    isTTY: true,
    write: (text: string) => {
      words += text;
    },
  };
  const progress = new Progress(errors, '', () => {
    if (cpu() > limit) throw new TimeIsUp();
    return 0;
  });
  try {
    const json = await withModel(model, (folder) => answer(folder, question, progress, errors));
    return { kind: 'answer', answer: JSON.parse(json), words, cpu: cpu() };
  } catch (error) {
    if (error instanceof TimeIsUp) return { kind: 'slow', cpu: cpu() };
    if (error instanceof Failure || error instanceof Unanswerable)
      return { kind: 'refused', words: error.message, cpu: cpu() };
    return {
      kind: 'fault',
      words: error instanceof Error ? (error.stack ?? error.message) : String(error),
      cpu: cpu(),
    };
  }
}

async function answer(
  folder: string,
  question: Asked,
  progress: Progress,
  errors: { write(text: string): void },
): Promise<string> {
  const whole = await readWholeModel('model.lvm', folder);
  const inquiry = inquiryOf(whole, usualDraws, 0);
  const named = findNames(question.of, whole.model, inquiry.graph, '--of');
  const elements = named.flatMap((each) => each.elements);
  if (question.kind === 'density') {
    const points = readPoints({ name: '--at', value: question.at }, named);
    const { method, logDensity, standardError } = follow(density(inquiry, elements, points), progress);
    tellFaults(inquiry, errors);
    return toJson({ method: method.name, logDensity, standardError, methodDetails: methodDetails(method) });
  }
  const evidence = readEvidence({ name: '--given', value: question.given }, whole.model, inquiry.graph);
  const element = elements[0]!;
  const found = follow(posterior(inquiry, element, evidence), progress);
  tellFaults(inquiry, errors);
  return toJson(posteriorJson(element, found));
}
