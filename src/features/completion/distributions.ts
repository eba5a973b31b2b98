import { type FamilyName, type FamilyParameter, families } from '../../model/families';
import { familyBody, familyNames, familySignature } from '../docs/family';
import { keywordMarkdown } from '../docs/keyword';
import { literal, stop } from '../snippet';
import type { Draft } from './item';
import type { Place } from './place';

/** Every family of the catalogue, and `case` for a table of distributions. */
export function distributions(place: Place): Draft[] {
  return [...familyNames.map((name) => distribution(name, place)), caseDraft(place)];
}

function distribution(name: FamilyName, place: Place): Draft {
  const base = {
    label: name,
    kind: 'distribution',
    detail: familySignature(name).slice(name.length),
    documentation: familyBody(name),
    show: 'signature',
  } as const;
  return place.next === '(' ? { ...base, insert: name } : { ...base, snippet: `${name}(${argumentStops(name)})` };
}

/** The arguments of the catalogue's example, each to be typed over: the model is whole as soon as the completion is accepted. */
function argumentStops(name: FamilyName): string {
  const { example, parameters } = families[name];
  const inside = example.slice(example.indexOf('(', example.indexOf('~')) + 1, example.lastIndexOf(')'));
  return topLevelParts(inside)
    .map((part, i) => argumentStop(part, i + 1, parameters[i]))
    .join(', ');
}

function argumentStop(part: string, n: number, parameter: FamilyParameter | undefined): string {
  const [label, value] = part.split(': ');
  if (value !== undefined) return `${literal(label!)}: ${stop(n, value)}`;
  // An example may use a variable that this model does not have.
  return stop(n, /[a-z]/i.test(part) && parameter?.shape !== 'matrix' ? '0' : part);
}

/** Splits at the commas that stand in no bracket. */
function topLevelParts(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

/** A `case` with its subject to be filled in. */
export function caseDraft(place: Place): Draft {
  const base = {
    label: 'case',
    kind: 'keyword',
    detail: 'a look-up table',
    documentation: keywordMarkdown('case'),
    show: 'completion',
  } as const;
  return place.next === '' || ')]},'.includes(place.next)
    ? { ...base, snippet: `case ${stop(1)} { ${stop(0)} }` }
    : { ...base, insert: 'case' };
}
