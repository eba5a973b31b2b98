import type { DomainName } from '../../model/model';
import type { ParamStatement } from '../syntax/tree';
import type { Inferring } from './inferring';
import { type Form, type ValueInfo, value } from './info';
import { closed, contains, positive, type Range, rangeOf, reals, unit, unitOpen } from './range';

export const domainNames: readonly DomainName[] = [
  'real',
  'positive',
  'unit',
  'simplex',
  'ordered',
  'interval',
  'covariance',
];

/** The domain of a parameter, `real` where none is written; null where the name means none. */
export function domainOf(statement: ParamStatement): DomainName | null {
  if (statement.domain === null) return 'real';
  const name = statement.domain.name.text;
  return domainNames.find((known) => known === name) ?? null;
}

/** A parameter can be anything in its domain, and is at present what its value says. */
export function inferParam(statement: ParamStatement, inference: Inferring): ValueInfo | null {
  const bounds = (statement.domain?.args ?? []).map((bound) => inference.value(bound)?.constant?.[0] ?? null);
  const given = inference.value(statement.value);
  const domain = domainOf(statement);
  if (given === null || given.type.labels !== undefined) return null;
  const form: Form | null = domain === 'simplex' || domain === 'covariance' ? domain : null;
  const range = domain === null ? given.range : rangeOfDomain(domain, bounds, given);
  return value({ kind: 'real', shape: given.type.shape }, range, given.constant, form);
}

function rangeOfDomain(domain: DomainName, bounds: readonly (number | null)[], given: ValueInfo): Range {
  switch (domain) {
    case 'positive':
      return positive;
    case 'unit':
    case 'simplex': {
      // Learning moves inside the open interval; an end is reached only where the value starts there.
      const now = given.constant ? rangeOf(given.constant) : reals;
      return contains(unitOpen, now.low) && contains(unitOpen, now.high) ? unitOpen : unit;
    }
    case 'interval': {
      const [low, high] = bounds;
      return low != null && high != null ? closed(low, high) : reals;
    }
    default:
      return reals;
  }
}
