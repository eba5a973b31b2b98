import { analyse } from './analyse';
import type { Analysis, DataFiles, Symbols } from './analysis';
import type { Diagnostic } from './syntax/diagnostic';

const noSymbols: Symbols = { globals: new Map(), locals: [], uses: [], ancestors: new Map() };

/**
 * The analysis of a text in an editor, which must live on whatever goes wrong: a fault of the checker, or of what builds the model,
 * becomes an error of the text that says so, and there is no model.
 *
 * @param onFault told of each fault when it happens, which for the model is when it is first asked for.
 */
export function guardedAnalysis(
  text: string,
  files: DataFiles,
  onFault: (error: unknown) => void,
  analyseText: typeof analyse = analyse,
): Analysis {
  try {
    return guardModel(analyseText(text, files), onFault);
  } catch (error) {
    onFault(error);
    return faultyAnalysis(text, error);
  }
}

/** What is known of a text of which nothing could be found out but that there is a fault. */
export function faultyAnalysis(text: string, error: unknown): Analysis {
  const tree = { kind: 'Tree' as const, span: { start: 0, end: text.length }, statements: [], comments: [] };
  return { text, tree, symbols: noSymbols, diagnostics: [faultOf(text, error)], model: null };
}

function guardModel(analysis: Analysis, onFault: (error: unknown) => void): Analysis {
  let { diagnostics } = analysis;
  let failed = false;
  return {
    ...{ text: analysis.text, tree: analysis.tree, symbols: analysis.symbols },
    get diagnostics() {
      return diagnostics;
    },
    get model() {
      if (failed) return null;
      try {
        return analysis.model;
      } catch (error) {
        failed = true;
        diagnostics = [faultOf(analysis.text, error), ...diagnostics];
        onFault(error);
        return null;
      }
    },
  };
}

/** At the first line: nobody knows where else. */
function faultOf(text: string, error: unknown): Diagnostic {
  const what = error instanceof Error ? error.message : String(error);
  const message = `This model could not be read (${what}). That is a fault of LVM, not of the model; undo the last change, or write it in another way.`;
  return {
    code: 'fault',
    severity: 'error',
    span: { start: 0, end: /^.*/.exec(text)![0].length },
    message,
    fixes: [],
    related: [],
  };
}
