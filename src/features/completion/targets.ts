import type { Analysis } from '../../language/analysis';
import { keywordMarkdown, keywords } from '../docs/keyword';
import { stop } from '../snippet';
import type { Draft } from './item';
import { isRandom, loopName, nameDraft } from './names';
import type { Place } from './place';
import { local } from './values';

/** The observed variables that have no data yet; all of them where each has some. */
export function dataTargets(analysis: Analysis): Draft[] {
  const observed = [...analysis.symbols.globals.values()].filter(({ kind }) => kind === 'observed');
  const given = new Set(
    analysis.tree.statements.flatMap((statement) =>
      statement.kind === 'Data' && (statement.file ?? statement.value) !== null && statement.name
        ? [statement.name.text]
        : [],
    ),
  );
  const without = observed.filter(({ name }) => !given.has(name));
  return (without.length > 0 ? without : observed).map((defined) => nameDraft(defined));
}

/** Every variable can be viewed; observed ones are what is plotted largest. */
export function viewTargets(analysis: Analysis): Draft[] {
  const variables = [...analysis.symbols.globals.values()].filter(isRandom);
  return [
    ...variables.filter(({ kind }) => kind === 'observed'),
    ...variables.filter(({ kind }) => kind === 'latent'),
  ].map((defined) => nameDraft(defined));
}

/** The index behind `for`: the one that the head of the statement uses, else `t`. */
export function loopDrafts(analysis: Analysis, place: Place): Draft[] {
  return [local(analysis, place, place.index ?? 't')];
}

/** Inside the brackets of a variable in the head of a statement: the index of the chain. */
export function chainIndices(analysis: Analysis, place: Place): Draft[] {
  const name = loopName(place);
  return name === null ? [] : [local(analysis, place, name)];
}

/** A word that goes on with the statement. */
export function wordDraft(word: 'for' | 'in' | 'from' | 'columns', place: Place): Draft {
  const base = {
    label: word,
    kind: 'keyword',
    detail: keywords[word].detail,
    documentation: keywordMarkdown(word),
  } as const;
  if (place.next !== '') return base;
  switch (word) {
    case 'for':
      return { ...base, snippet: `for ${stop(1, loopName(place) ?? 't')} in ${stop(2, '1')}..${stop(3, '20')}` };
    case 'in':
      return place.keyword === 'view'
        ? { ...base, snippet: `in [${stop(1, '-5')}, ${stop(2, '5')}]` }
        : { ...base, snippet: `in ${stop(1, '1')}..${stop(2, '20')}` };
    case 'from':
      return { ...base, snippet: `from "${stop(1)}"`, show: 'completion' };
    case 'columns':
      return { ...base, insert: 'columns ', show: 'completion' };
  }
}
