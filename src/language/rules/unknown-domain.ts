import type { Rule } from '../check/rule';
import { code, list, suggest } from '../check/wording';
import { domainNames, domainOf } from '../types/inferParam';

/** A parameter with a domain that there is not. */
export const unknownDomain: Rule = {
  code: 'unknown-domain',
  statement: {
    Param: (statement, check) => {
      if (statement.domain === null || domainOf(statement) !== null) return;
      const { text, span } = statement.domain.name;
      const { hint, fixes } = suggest(text, domainNames, span, check.suggestions);
      const advice = hint === '' ? ` Choose from ${list(domainNames)}.` : hint;
      check.report({ span, message: `There is no domain ${code(text)}.${advice}`, fixes });
    },
  },
};
