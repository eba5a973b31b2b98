import type { Analysis, Defined } from '../language/analysis';
import { families } from '../model/families';
import { functions } from '../model/functions';
import type { CallFrame } from './completion/frame';
import { readerAt } from './completion/placeAt';
import type { StatementReader } from './completion/reader';
import { denseDoc, denseParameters } from './docs/dense';
import { familySummary, isFamilyName, parameterLabel, parameterMarkdown } from './docs/family';
import { fitMethods, fitOptionNames, fitOptions, isFitMethod } from './docs/fit';
import { functionParameters, isFunctionName } from './docs/function';
import { aType, typeWords } from './docs/type';
import { commentAt } from './nodeAt';

export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly {
    /** Where the parameter stands in the label. */
    readonly label: readonly [number, number];
    readonly documentation: string;
  }[];
  /** The parameter that the cursor is at; null where it is at none. */
  readonly activeParameter: number | null;
}

export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  readonly activeSignature: number;
}

/** The signature of the innermost call whose brackets the cursor is in; null outside of all. */
export function signatureHelp(analysis: Analysis, offset: number): SignatureHelp | null {
  if (commentAt(analysis, offset)) return null;
  const reader = readerAt(analysis, offset);
  const call = reader.frames.findLast((frame): frame is CallFrame => frame.kind === 'call');
  if (!call) return null;
  const signatures = signaturesOf(analysis, reader, call);
  if (signatures.length === 0) return null;
  const labelled = call.callee === 'Categorical' && call.names.some((name) => name !== 'probabilities');
  return { signatures, activeSignature: labelled ? 1 : 0 };
}

interface Part {
  readonly name: string;
  readonly label: string;
  readonly documentation: string;
}

function signaturesOf(analysis: Analysis, reader: StatementReader, call: CallFrame): Signature[] {
  const { callee } = call;
  if (reader.keyword === 'fit') return fitSignature(call);
  if (reader.phase === 'domain') return callee === 'interval' ? [intervalSignature(call)] : [];
  if (reader.phase !== 'value') return [];
  const network = analysis.symbols.globals.get(callee);
  if (network?.kind === 'network') return [networkSignature(analysis, call, network)];
  if (isFamilyName(callee)) {
    const parts = families[callee].parameters.map((parameter) => ({
      name: parameter.name,
      label: parameterLabel(parameter),
      documentation: parameterMarkdown(parameter),
    }));
    const plain = signature(call, parts, familySummary(callee));
    return callee === 'Categorical' ? [plain, labelledCategorical(call)] : [plain];
  }
  if (isFunctionName(callee)) {
    const parts = functionParameters(callee).map((label) => ({ name: label, label, documentation: '' }));
    return [signature(call, parts, functions[callee].doc)];
  }
  return callee === 'dense' ? [denseSignature(call)] : [];
}

function signature(call: CallFrame, parts: readonly Part[], documentation: string): Signature {
  const parameters: { label: [number, number]; documentation: string }[] = [];
  let label = `${call.callee}(`;
  for (const part of parts) {
    if (parameters.length > 0) label += ', ';
    parameters.push({ label: [label.length, label.length + part.label.length], documentation: part.documentation });
    label += part.label;
  }
  return { label: `${label})`, documentation, parameters, activeParameter: active(call, parts) };
}

/** By name where the argument has one, else by position; a trailing `…` stands for all that follow. */
function active(call: CallFrame, parts: readonly Part[]): number | null {
  if (call.name !== null) {
    const at = parts.findIndex(({ name }) => name === call.name);
    return at < 0 ? null : at;
  }
  if (call.unnamed < parts.length) return call.unnamed;
  return parts.at(-1)?.label === '…' ? parts.length - 1 : null;
}

function labelledCategorical(call: CallFrame): Signature {
  const parts = [
    {
      name: 'label',
      label: 'label: probability',
      documentation: 'A name for the category, and how probable it is. The probabilities sum to 1.',
    },
    { name: '…', label: '…', documentation: 'The other categories, each with its name and its probability.' },
  ];
  const plain = signature(call, parts, 'Categories with names, which stand in the rows of a `case`.');
  return { ...plain, activeParameter: Math.min(call.index, 1) };
}

function denseSignature(call: CallFrame): Signature {
  const parts = denseParameters.map(({ label, doc }) => ({
    name: label.split(' ')[0] ?? label,
    label,
    documentation: doc,
  }));
  return signature(call, parts, denseDoc);
}

function intervalSignature(call: CallFrame): Signature {
  const parts = [
    { name: 'low', label: 'low', documentation: 'The lower end.' },
    { name: 'high', label: 'high', documentation: 'The upper end, above the lower one.' },
  ];
  return signature(call, parts, 'Numbers between the two ends.');
}

function fitSignature(call: CallFrame): Signature[] {
  if (!isFitMethod(call.callee)) return [];
  const parts = fitOptionNames.map((name) => ({ name, label: name, documentation: fitOptions[name].doc }));
  const plain = signature(call, parts, fitMethods[call.callee].doc);
  // Options always go by name.
  return [{ ...plain, activeParameter: call.name === null ? null : plain.activeParameter }];
}

function networkSignature(analysis: Analysis, call: CallFrame, network: Defined): Signature {
  const statement = network.statements[0];
  const names = statement?.kind === 'Network' ? statement.args.map(({ text }) => text) : [];
  const parts = names.map((name) => {
    const type = analysis.symbols.locals.find(
      (local) => local.name === name && statement !== undefined && local.statements.includes(statement),
    )?.type;
    return { name, label: name, documentation: type ? typeWords(type) : '' };
  });
  return signature(call, parts, network.type ? `A network that gives ${aType(network.type)}.` : 'A network.');
}
