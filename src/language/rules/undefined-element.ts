import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { type Affine, at } from '../names/affine';
import type { VariableUse } from '../names/references';
import { isChain } from '../names/scope';
import type { VariableStatement } from '../syntax/tree';

/** A use of an element that a chain does not have. */
export const undefinedElement: Rule = {
  code: 'undefined-element',
  statement: {
    Variable: (statement, check) => {
      const [parents, uses] = [check.references.parentsOf(statement), check.references.usesOf(statement)];
      if (parents.some(isElement) || uses.some(isElement)) reportOutside([...parents, ...uses], statement, check);
    },
    Let: ({ value }, check) => {
      const uses = check.references.usesIn(value, null);
      if (uses.some(isElement)) reportOutside(uses, null, check);
    },
  },
};

function isElement({ index }: VariableUse): boolean {
  return index !== null;
}

/** Uses through a let are looked at where the let is. */
function reportOutside(uses: readonly VariableUse[], statement: VariableStatement | null, check: Check): void {
  const seen = new Set<string>();
  for (const { definition, index, key, span, written, through } of uses) {
    if (index === null || key === null || definition.range === null || through !== null) continue;
    if (seen.has(key) || !isChain(definition)) continue;
    seen.add(key);
    const outside = firstOutside(index, statement, definition.range, check);
    if (outside === null) continue;
    const [first, last] = definition.range;
    const element = code(`${definition.name}[${outside.element}]`);
    const range = `${code(definition.name)} goes from ${first} to ${last}`;
    const message =
      outside.at === null
        ? `${element} is not defined: ${range}.`
        : `With ${code(`${outside.loop} = ${outside.at}`)}, ${code(written)} is ${element}, which is not defined: ${range}.`;
    check.report({ span, message });
  }
}

interface Outside {
  readonly element: number;
  readonly at: number | null;
  readonly loop: string;
}

/** An index runs evenly, so it is outside somewhere exactly where it is at one of the ends. */
export function firstOutside(
  index: Affine,
  statement: VariableStatement | null,
  range: readonly [number, number],
  check: Check,
): Outside | null {
  const isOutside = (element: number) => element < range[0] || element > range[1];
  if (index.slope === 0) return isOutside(index.offset) ? { element: index.offset, at: null, loop: '' } : null;
  const local = statement === null ? undefined : check.scope.localsOf.get(statement)?.[0];
  if (!local?.range) return null;
  for (const position of local.range) {
    const element = at(index, position);
    if (isOutside(element)) return { element, at: position, loop: local.name };
  }
  return null;
}
