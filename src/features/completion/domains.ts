import { domainMarkdown, domainNames, domains } from '../docs/domain';
import type { Draft } from './item';
import type { Place } from './place';

/** The domains of a parameter. */
export function domainDrafts(place: Place): Draft[] {
  return domainNames.map((name): Draft => {
    const { detail, snippet } = domains[name];
    const base = { label: name, kind: 'domain', detail, documentation: domainMarkdown(name) } as const;
    return snippet === undefined || place.next === '(' ? base : { ...base, snippet };
  });
}
