import { env } from '@tensorflow/tfjs-core';
import type { Numbers } from '../../src/engine/evaluate/numbers';
import { Program } from '../../src/engine/evaluate/program';
import { Graph } from '../../src/engine/plan/graph';
import { Backends } from '../../src/engine/tensor/backend';
import type { Structure } from '../../src/model/model';

// Quiets the advice to install another backend.
env().set('IS_TEST', true);

/** Importing this file makes the plain backend the present one. */
export const backends = new Backends(() => performance.now());

/** What the parts of the engine work on, for one model. */
export function given(model: { readonly structure: Structure; readonly numbers: readonly number[] }): {
  readonly numbers: Numbers;
  readonly graph: Graph;
} {
  const program = new Program('test', model.structure);
  const numbers: Numbers = { program, numbers: model.numbers, weights: new Map(), faults: new Map() };
  return { numbers, graph: new Graph(program, model.numbers) };
}
