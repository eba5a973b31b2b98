import type { Analysis, Defined } from '../../language/analysis';
import { functions } from '../../model/functions';
import { dependents } from '../dependents';
import { definedDetail, definedMarkdown } from '../docs/defined';
import { functionMarkdown, functionNames } from '../docs/function';
import { stop } from '../snippet';
import { caseDraft } from './distributions';
import type { Draft } from './item';
import { isRandom, nameDraft, parentEdits, written } from './names';
import type { Place } from './place';

/** Values that can stand in an expression, the nearest first, and calls that make one. */
export function values(analysis: Analysis, place: Place): Draft[] {
  if (place.keyword === 'data') return dataValues(analysis, place);
  const barred = place.name === null ? new Set<Defined>() : dependents(analysis, place.name);
  const globals = [...analysis.symbols.globals.values()];
  const usable = globals.filter((defined) => defined.name !== place.name && !barred.has(defined));
  const named = usable.filter(({ kind }) => kind === 'param' || kind === 'let');
  const constant = mayBeRandom(place) ? named : withoutRandom(analysis, named);
  const random = mayBeRandom(place) ? variables(place, globals, barred) : { listed: [], others: [] };
  return [
    ...sortedForIndex(place, [...locals(analysis, place), ...random.listed]),
    ...constant.map((defined) => nameDraft(defined)),
    ...random.others,
    ...calls(analysis, place, usable),
  ];
}

/** Variables in an expression that the cursor's statement does not say the parents of, or that need no list. */
function variables(place: Place, globals: readonly Defined[], barred: ReadonlySet<Defined>) {
  const listed: Draft[] = [];
  const others: Draft[] = [];
  for (const defined of globals.filter(isRandom)) {
    const text = written(defined, place, barred);
    if (text === null) continue;
    const edits = parentEdits(place, defined, text);
    const draft = nameDraft(defined, text);
    if (edits.length === 0) listed.push(draft);
    else others.push({ ...draft, detail: `${draft.detail} (becomes a parent of ${place.name})`, edits });
  }
  return { listed, others };
}

/** What depends on no variable. */
function withoutRandom(analysis: Analysis, named: readonly Defined[]): Defined[] {
  const variables = [...analysis.symbols.globals.values()].filter(isRandom).map(({ name }) => name);
  const random = dependents(analysis, ...variables);
  return named.filter((defined) => !random.has(defined));
}

/** A parameter is a constant and a network knows only its arguments. */
function mayBeRandom({ keyword }: Place): boolean {
  return keyword === 'latent' || keyword === 'observed' || keyword === 'let';
}

/** The arguments of the network, or the index of the chain, that the cursor's statement has. */
function locals(analysis: Analysis, place: Place): Draft[] {
  const loop = place.loop ?? (place.index === null || /^\d/.test(place.index) ? null : place.index);
  return [...place.args, ...(loop === null ? [] : [loop])].map((name) => local(analysis, place, name));
}

/** The index or argument of the name that the cursor's statement has; none where it is too young for the analysis to know. */
export function localNamed(analysis: Analysis, { statement }: Place, name: string): Defined | undefined {
  return analysis.symbols.locals.find(
    (candidate) => candidate.name === name && statement !== null && candidate.statements.includes(statement),
  );
}

/** An index or argument of the cursor's statement. */
export function local(analysis: Analysis, place: Place, name: string): Draft {
  const found = localNamed(analysis, place, name);
  if (found) return { ...nameDraft(found), documentation: definedMarkdown(analysis, found) };
  const kind = place.keyword === 'network' ? 'argument' : 'index';
  return { label: name, kind, detail: kind, documentation: '' };
}

/** In the brackets of an index, what can be one comes first. */
function sortedForIndex(place: Place, drafts: readonly Draft[]): Draft[] {
  if (place.base === null) return [...drafts];
  const fits = ({ kind, detail }: Draft) => kind === 'index' || /category|integer|truth/.test(detail);
  return [...drafts.filter(fits), ...drafts.filter((draft) => !fits(draft))];
}

function calls(analysis: Analysis, place: Place, usable: readonly Defined[]): Draft[] {
  const networks = place.keyword === 'param' ? [] : usable.filter(({ kind }) => kind === 'network');
  return [
    ...networks.map((defined) => networkDraft(analysis, place, defined)),
    ...functionNames.map((name): Draft => {
      const { signature, doc } = functions[name];
      const base = { label: name, kind: 'function', detail: signature.slice(name.length), show: 'signature' } as const;
      const documentation = functionMarkdown(name) || doc;
      return place.next === '('
        ? { ...base, documentation }
        : { ...base, documentation, snippet: `${name}(${stop(1)})` };
    }),
    caseDraft(place),
  ];
}

function networkDraft(analysis: Analysis, place: Place, defined: Defined): Draft {
  const statement = defined.statements[0];
  const args = statement?.kind === 'Network' ? statement.args.map(({ text }) => text) : [];
  const base = {
    label: defined.name,
    kind: 'network',
    detail: `(${args.join(', ')}) ${definedDetail(defined)}`,
    documentation: null,
    name: defined.name,
    show: 'signature',
  } as const;
  if (place.next === '(') return base;
  const stops = args.map((arg, i) => stop(i + 1, analysis.symbols.globals.has(arg) ? arg : ''));
  return { ...base, snippet: `${defined.name}(${stops.join(', ')})` };
}

/** Inline data of a variable with named values are made of them. */
function dataValues(analysis: Analysis, place: Place): Draft[] {
  const type = place.name === null ? null : (analysis.symbols.globals.get(place.name)?.type ?? null);
  const names = type?.kind === 'boolean' ? ['true', 'false'] : (type?.labels ?? []);
  return names.map((label) => ({ label, kind: 'label', detail: `value of ${place.name}`, documentation: '' }));
}
