import { families } from '../../model/families';
import { isLabelled } from '../names/arguments';
import { isFamily } from '../names/lookup';
import type { Call, Expression } from '../syntax/tree';
import type { ParameterValue } from './parameterValue';
import type { Check } from './rule';

/** The values of a distribution's parameters that are understood, in the parameters' order; of a labelled `Categorical` none. */
export function parameterValues(call: Call, check: Check): readonly ParameterValue[] {
  return check.parameterValues.get(call, check, findValues);
}

function findValues(call: Call, check: Check): readonly ParameterValue[] {
  const family = call.callee.text;
  if (!isFamily(family) || isLabelled(call)) return [];
  const found: ParameterValue[] = [];
  const { parameters } = families[family];
  const { values } = check.inference.matched(call, parameters);
  for (let position = 0; position < parameters.length; position++) {
    const argument = values[position];
    if (argument) addValues(argument.value, { family, parameter: parameters[position]!, whole: true }, found, check);
  }
  return found;
}

type Given = Pick<ParameterValue, 'family' | 'parameter' | 'whole'>;

function addValues(
  value: Expression,
  { family, parameter, whole }: Given,
  found: ParameterValue[],
  check: Check,
): void {
  if (value.kind === 'Case') {
    for (const row of value.rows) addValues(row.value, { family, parameter, whole: false }, found, check);
    return;
  }
  const info = check.inference.value(value);
  if (info) found.push({ family, parameter, value, info, whole });
}

/** The expression that wrote a known number: an item of a vector written out, or the whole. */
export function writerOf(value: Expression, position: number): Expression {
  if (value.kind !== 'Vector' || value.items.length === 0) return value;
  const first = value.items[0]!;
  if (first.kind !== 'Vector') return value.items[position] ?? value;
  const length = first.items.length;
  const row = value.items[Math.floor(position / length)];
  return row ? writerOf(row, position % length) : value;
}

/** The vector behind a name: what its `param` or `let` says. */
export function literalBehind(value: Expression, check: Check): Expression {
  const definition = value.kind === 'Name' ? check.scope.definedAt.get(value) : undefined;
  const statement = definition?.statements[0];
  return statement?.kind === 'Param' || statement?.kind === 'Let' ? statement.value : value;
}
