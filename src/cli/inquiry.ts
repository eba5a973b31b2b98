import type { Inquiry } from '../engine/api/query';
import { Program } from '../engine/evaluate/program';
import { Graph } from '../engine/plan/graph';
import { Base } from '../engine/sampling/base';
import type { Model } from '../model/model';
import { diagnosticText } from './diagnosticLines';
import { exitStatus, Failure } from './failure';
import { type ModelFile, readModelFile } from './modelFile';
import type { ProgressStream } from './progress';

/** A model that has no error. */
export interface WholeModel extends ModelFile {
  readonly model: Model;
}

/**
 * Reads a model that is to be computed with.
 * @throws Failure with its errors where it has any
 */
export async function readWholeModel(path: string, folder: string): Promise<WholeModel> {
  const file = await readModelFile(path, folder);
  const { text, diagnostics, model } = file.analysis;
  if (model !== null) return { ...file, model };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  throw new Failure(`${path} has ${count}:\n${diagnosticText(path, text, errors).trimEnd()}`, exitStatus.model);
}

/** The model as the engine takes it. */
export function inquiryOf({ model, weights }: WholeModel, draws: number, seed: number): Inquiry {
  const program = new Program(model.structureKey, model.structure);
  const given = { program, numbers: model.numbers, weights, faults: new Map<string, number>() };
  return { given, graph: new Graph(program, model.numbers), base: new Base(), draws, seed };
}

/** Tells of draws that were left out because a parameter was invalid there. */
export function tellFaults({ given }: Pick<Inquiry, 'given'>, errors: ProgressStream): void {
  for (const [sentence, share] of given.faults)
    errors.write(
      `lvm: For up to ${Number((100 * share).toPrecision(2))} % of the draws: ${sentence} They are left out.\n`,
    );
}
