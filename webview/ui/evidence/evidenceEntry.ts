import type { Choice, Given } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { ValueType } from '../../../src/model/type';
import { observe } from '../request/events';
import { ask, quiet, type Step } from '../request/step';
import { type Entry, plotOf, type State } from '../state/state';

/** An observed variable, or an element of a chain of them, whose value can be typed. */
export interface Observable {
  readonly variable: string;
  readonly index: number | null;
  /** `x`, `x[3]` */
  readonly element: string;
  readonly type: ValueType;
}

/** What the reader can say the value of, in the order of the model. */
export function observables(choices: readonly Choice[], structure: Structure): Observable[] {
  const found = new Map<string, Observable>();
  for (const { variable, index } of choices) {
    const element = elementOf(variable, index);
    const type = structure.variables.find(({ name }) => name === variable)?.type;
    if (type !== undefined && !found.has(element)) found.set(element, { variable, index, element, type });
  }
  return [...found.values()];
}

/** Begins to type the value of what is shown; goes on where that was begun already. */
export function beginEntry(state: State): Step {
  const plot = plotOf(state);
  if (plot === null || state.entry !== null) return quiet(state);
  const { variable, index } = plot.preview.observed.choice;
  return quiet({ ...state, entry: { element: elementOf(variable, index), text: '', mistake: '' } });
}

export function endEntry(state: State): Step {
  return quiet({ ...state, entry: null });
}

/** The reader types, or turns to another variable. */
export function changeEntry(state: State, change: Partial<Pick<Entry, 'element' | 'text'>>): Step {
  return state.entry === null ? quiet(state) : quiet({ ...state, entry: { ...state.entry, mistake: '', ...change } });
}

/** What was typed is observed, or what is wrong with it is said. */
export function enterEvidence(state: State): Step {
  const { entry } = state;
  const plot = plotOf(state);
  if (entry === null || plot === null) return quiet(state);
  const one = observables(plot.preview.observedChoices, plot.asked.model.structure).find(
    ({ element }) => element === entry.element,
  );
  if (one === undefined)
    return quiet({ ...state, entry: { ...entry, mistake: `The model has no ${entry.element} now.` } });
  const read = readValue(entry.text, one);
  if (typeof read === 'string') return quiet({ ...state, entry: { ...entry, mistake: read } });
  const { variable, index } = one;
  return observe({ ...state, entry: { ...entry, text: '', mistake: '' } }, { variable, index, values: read });
}

/** One value is not observed any more; the others are. */
export function forgetOne(state: State, { variable, index }: Pick<Given, 'variable' | 'index'>): Step {
  const evidence = state.evidence.filter((given) => given.variable !== variable || given.index !== index);
  return evidence.length === state.evidence.length ? quiet(state) : ask({ ...state, evidence });
}

/**
 * Reads a value as it is written in a model: `1.5`, `orange`, `true`, `0.5, −1` for a pair.
 * @returns its numbers, or a sentence saying what is wrong and what to write
 */
export function readValue(text: string, { element, type }: Pick<Observable, 'element' | 'type'>): number[] | string {
  const size = type.shape.reduce((product, length) => product * length, 1);
  const words = text
    .replace(/^\s*[([]|[)\]]\s*$/g, '')
    .trim()
    .split(size === 1 ? /\n/ : /\s*[,;]\s*|\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return `Write the value that ${element} was observed to have, such as ${sample(type, size)}.`;
  if (words.length !== size) {
    return `${element} has ${size} numbers, and ${words.length} ${words.length === 1 ? 'is' : 'are'} given: write them with commas between, such as ${sample(type, size)}.`;
  }
  const values: number[] = [];
  for (const word of words) {
    const value = numberIn(word, type);
    if (value === null) return wrong(word, element, type);
    values.push(value);
  }
  return values;
}

const booleans: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['false', 0],
  ['1', 1],
  ['0', 0],
]);

function numberIn(word: string, type: ValueType): number | null {
  if (type.kind === 'boolean') return booleans.get(word) ?? null;
  if (type.kind === 'category') {
    const label = type.labels?.indexOf(word) ?? -1;
    if (label >= 0) return label + 1;
    const code = Number(word);
    return type.labels === undefined && Number.isInteger(code) && code >= 1 && code <= (type.count ?? 0) ? code : null;
  }
  const value = /^[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+−]?\d+)?$/i.test(word)
    ? Number(word.replaceAll('−', '-'))
    : Number.NaN;
  if (!Number.isFinite(value)) return null;
  return type.kind === 'integer' && !Number.isInteger(value) ? null : value;
}

function wrong(word: string, element: string, type: ValueType): string {
  switch (type.kind) {
    case 'boolean':
      return `“${word}” is neither true nor false: ${element} is one of these.`;
    case 'category':
      return type.labels === undefined
        ? `“${word}” is no value of ${element}: write a number from 1 to ${type.count ?? 1}.`
        : `“${word}” is no value of ${element}: write one of ${type.labels.join(', ')}.`;
    case 'integer':
      return `“${word}” is not a whole number: write one such as 3.`;
    case 'real':
      return `“${word}” is not a number: write one such as 1.5, with a point before its decimals.`;
  }
}

function sample(type: ValueType, size: number): string {
  const one = { real: '1.5', integer: '3', boolean: 'true', category: type.labels?.[0] ?? '1' }[type.kind];
  return Array.from({ length: size }, () => one).join(', ');
}

function elementOf(variable: string, index: number | null): string {
  return index === null ? variable : `${variable}[${index}]`;
}
