import {
  fitMethodMarkdown,
  fitMethodNames,
  fitMethods,
  fitOptionMarkdown,
  fitOptionNames,
  fitOptions,
} from '../docs/fit';
import { stop } from '../snippet';
import type { Draft } from './item';
import type { Place } from './place';

/** The methods of `fit`. */
export function methods(place: Place): Draft[] {
  return fitMethodNames.map((name): Draft => {
    const base = {
      label: name,
      kind: 'method',
      detail: fitMethods[name].detail,
      documentation: fitMethodMarkdown(name),
    } as const;
    return place.next === '(' ? base : { ...base, snippet: `${name}(${stop(0)})`, show: 'completion' };
  });
}

/** The options of `fit` that are not given yet. */
export function options({ call, next }: Place): Draft[] {
  return fitOptionNames
    .filter((name) => !call?.names.includes(name))
    .map((name): Draft => {
      const { detail, value } = fitOptions[name];
      const base = { label: name, kind: 'option', detail, documentation: fitOptionMarkdown(name) } as const;
      return next === '=' || next === ':' ? base : { ...base, snippet: `${name} = ${stop(1, value)}` };
    });
}
