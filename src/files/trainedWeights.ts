import type { Analysis } from '../language/analysis';
import type { Diagnostic } from '../language/diagnostic';
import type { Span } from '../language/span';
import { readSafetensors, type StoredTensors } from '../model/safetensors';
import { type LayersByName, type ReadWeights, readWeights } from '../model/weights';

export type WeightsFile =
  | { readonly kind: 'tensors'; readonly tensors: StoredTensors }
  /** Why it could not be read, as a sentence. */
  | { readonly kind: 'missing'; readonly reason: string };

/** Bytes of the largest weights file that is read. */
export const largestWeights = 200 * 1024 * 1024;

/** Reads the bytes of a safetensors file. */
export function readWeightsBytes(bytes: Uint8Array): WeightsFile {
  const tensors = readSafetensors(bytes);
  return typeof tensors === 'string' ? { kind: 'missing', reason: tensors } : { kind: 'tensors', tensors };
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
