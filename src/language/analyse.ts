import type { Model } from '../model/model';
import type { Analysis, DataFiles } from './analysis';
import { check } from './check/check';
import { inShort } from './check/inShort';
import { parse } from './syntax/parser';

const noFiles: DataFiles = new Map();

/**
 * Everything that is known of a text: its tree, what is wrong with it, its names and, where nothing is wrong, its model.
 * Total: no text makes it throw, and its time grows with the text's size.
 *
 * @param files what has been read of the data files that the text names; a file that is not in it has not been read yet.
 */
export function analyse(text: string, files: DataFiles = noFiles): Analysis {
  const parsed = parse(text);
  const { tree } = parsed;
  const checked = check(text, tree, files);
  const diagnostics = [...parsed.diagnostics, ...checked.diagnostics]
    .map(inShort)
    .sort((a, b) => a.span.start - b.span.start);
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  let model: Model | null | undefined = hasError ? null : undefined;
  return {
    text,
    tree,
    diagnostics,
    symbols: checked.symbols,
    // Diagnostics come at every key press, whether or not a preview is there to want the model.
    get model() {
      model ??= hasError ? null : checked.build();
      return model;
    },
  };
}
