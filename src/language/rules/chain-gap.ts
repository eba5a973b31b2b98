import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { type Definition, indicesOf, isChain } from '../names/scope';
import type { Span } from '../syntax/span';

/** A chain some of whose elements have no definition, or two. */
export const chainGap: Rule = {
  code: 'chain-gap',
  tree: (check) => {
    for (const definition of check.scope.globals.values()) {
      if (isVariable(definition) && isChain(definition)) checkChain(definition, check);
    }
  },
};

interface Piece {
  readonly range: readonly [number, number];
  readonly span: Span;
}

function checkChain(definition: Definition, check: Check): void {
  const pieces: Piece[] = [];
  for (const statement of definition.statements) {
    if (statement.kind !== 'Variable' || statement.target?.index == null) continue;
    const range = indicesOf(statement);
    if (statement.broken || range === null) return;
    pieces.push({ range, span: statement.target.span });
  }
  pieces.sort((a, b) => a.range[0] - b.range[0] || a.span.start - b.span.start);
  const name = definition.name;
  let last: Piece | null = null;
  for (const piece of pieces) {
    const { range, span } = piece;
    if (last && range[0] <= last.range[1]) {
      const element = code(`${name}[${range[0]}]`);
      const [earlier, later] = span.start < last.span.start ? [span, last.span] : [last.span, span];
      const message = `${element} is defined twice; let every index have one definition.`;
      check.report({ span: later, message, related: [{ span: earlier, message: `${element} is defined here too.` }] });
    } else if (last && range[0] > last.range[1] + 1) {
      const [from, to] = [last.range[1] + 1, range[0] - 1];
      const missing =
        from === to
          ? `${code(`${name}[${from}]`)} has`
          : `${code(`${name}[${from}]`)} to ${code(`${name}[${to}]`)} have`;
      check.report({ span, message: `${missing} no definition; a chain runs without gaps.` });
    }
    if (last === null || range[1] > last.range[1]) last = piece;
  }
}
