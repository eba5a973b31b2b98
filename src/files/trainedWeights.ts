import type { Analysis } from '../language/analysis';
import type { Diagnostic } from '../language/syntax/diagnostic';
import type { Span } from '../language/syntax/span';
import type { StoredTensors } from '../model/safetensors';
import { type LayersByName, type ReadWeights, readWeights } from '../model/weights';
import type { Missing } from './openFile';

/** What has been read of a weights file: what each tensor is, and the numbers of those that networks were read for. */
export interface StoredWeights {
  readonly kind: 'tensors';
  readonly tensors: StoredTensors;
  readonly networks: ReadonlySet<string>;
}

export type WeightsFile = StoredWeights | Missing;

/** Whether a tensor can be weights of one of the networks: `mu.0.weight`. */
export function wanted(tensor: string, networks: ReadonlySet<string>): boolean {
  const name = /^(.+)\.\d+\.(weight|bias)$/su.exec(tensor)?.[1];
  return name !== undefined && networks.has(name);
}

/** Whether weights that were read for some networks serve for others: those that the file has tensors of must be among them. */
export function servesNetworks({ tensors, networks }: StoredWeights, asked: ReadonlySet<string>): boolean {
  const more = new Set([...asked].filter((network) => !networks.has(network)));
  return more.size === 0 || ![...tensors.keys()].some((tensor) => wanted(tensor, more));
}

const none: LayersByName = new Map();

/**
 * Joins a model with the weights file that it names. A file that cannot be read or does not fit is an error of the
 * model, at the path in its text: networks with other weights than the text says would be drawn wrong without a word.
 */
export class TrainedWeights {
  #key = '';
  #file: WeightsFile | undefined;
  #read: ReadWeights = { layers: none, problems: [] };

  /**
   * @param file undefined while it is being read; the networks then start from the seed.
   * @returns the analysis, with the errors of the weights file, and the layers; the same object for the same layers.
   */
  join(analysis: Analysis, file: WeightsFile | undefined): { analysis: Analysis; layers: LayersByName } {
    if (!file) return { analysis, layers: none };
    const { model } = analysis;
    if (!model || model.weights === null) return { analysis, layers: none };
    if (file.kind === 'missing') return { analysis: refuse(analysis, 'weights-missing', [file.reason]), layers: none };
    // Of a network that was named just now the numbers are still being read.
    const networks = new Set(model.structure.networks.map(({ name }) => name));
    if (!servesNetworks(file, networks)) return { analysis, layers: none };
    if (model.structureKey !== this.#key || file !== this.#file) {
      this.#key = model.structureKey;
      this.#file = file;
      this.#read = readWeights(model.structure, file.tensors);
    }
    const { layers, problems } = this.#read;
    if (problems.length === 0) return { analysis, layers };
    return { analysis: refuse(analysis, 'weights-mismatch', problems), layers: none };
  }
}

function refuse(analysis: Analysis, code: string, reasons: readonly string[]): Analysis {
  const span = weightsSpan(analysis);
  const errors = reasons.map(
    (message): Diagnostic => ({ code, severity: 'error', span, message, fixes: [], related: [] }),
  );
  const diagnostics = [...analysis.diagnostics, ...errors].sort((a, b) => a.span.start - b.span.start);
  return { ...analysis, diagnostics, model: null };
}

function weightsSpan(analysis: Analysis): Span {
  for (const statement of analysis.tree.statements)
    if (statement.kind === 'Weights') return statement.file?.span ?? statement.span;
  return { start: 0, end: 0 };
}
