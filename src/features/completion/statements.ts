import { type StatementKeyword, statementKeywords } from '../../language/syntax/token';
import { activationNames } from '../docs/dense';
import { keywordMarkdown, keywords } from '../docs/keyword';
import { choice, stop } from '../snippet';
import type { Draft } from './item';
import type { Place } from './place';

/** The activations of an inner layer, the usual one first; `linear` would make it one with the next. */
const bent = ['tanh', ...activationNames.filter((name) => name !== 'tanh' && name !== 'linear')];

const bodies: Readonly<Record<StatementKeyword, string>> = {
  model: `model "${stop(1, 'title')}"`,
  param: `param ${stop(1, 'name')} = ${stop(0, '1')}`,
  let: `let ${stop(1, 'name')} = ${stop(0)}`,
  network: `network ${stop(1, 'f')}(${stop(2, 'z')}) = ${stop(2, 'z')} -> dense(${stop(3, '16')}, ${choice(4, bent)}) -> dense(${stop(5, '1')})`,
  latent: `latent ${stop(1, 'z')} ~ ${stop(0)}`,
  observed: `observed ${stop(1, 'x')} ~ ${stop(0)}`,
  data: `data ${stop(1)} from "${stop(2)}" columns ${stop(0)}`,
  weights: `weights from "${stop(0)}"`,
  fit: `fit ${stop(0)}`,
  view: `view ${stop(1)} in [${stop(2, '-5')}, ${stop(3, '5')}]`,
};

/** Stop 1 is empty in these: the editor shows what can be filled in. */
const goOn: ReadonlySet<StatementKeyword> = new Set(['latent', 'observed', 'data', 'weights', 'fit', 'view']);

/** The keywords of the statements, with a body where the line is empty so far; a second title makes no sense. */
export function statements(place: Place, hasTitle: boolean): Draft[] {
  return statementKeywords
    .filter((keyword) => keyword !== 'model' || !hasTitle || place.next !== '')
    .map((keyword) => statement(keyword, place));
}

function statement(keyword: StatementKeyword, place: Place): Draft {
  const base = {
    label: keyword,
    kind: 'keyword',
    detail: keywords[keyword].detail,
    documentation: keywordMarkdown(keyword),
  } as const;
  if (place.next !== '') return { ...base, insert: keyword };
  return { ...base, snippet: bodies[keyword], ...(goOn.has(keyword) ? { show: 'completion' } : {}) };
}
