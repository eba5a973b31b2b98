import { env } from '@tensorflow/tfjs-core';
import type { Structure } from '../../src/model/model';
import { Backends } from '../../webview/engine/backend';
import type { Numbers } from '../../webview/engine/evaluation';
import { Graph } from '../../webview/engine/graph';
import { Program } from '../../webview/engine/program';

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
