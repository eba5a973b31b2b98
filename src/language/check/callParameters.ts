import { families } from '../../model/families';
import { type ArgumentProblem, denseParameters, isLabelled, matchArguments } from '../names/arguments';
import { isFamily } from '../names/lookup';
import type { Scope } from '../names/scope';
import type { Call } from '../syntax/tree';
import type { Check } from './rule';

/** The parameters of what is called: of a distribution, of a layer, or the arguments of a network; null for a built-in function and for what is not known. */
export function parametersOf(call: Call, scope: Scope): readonly { name: string; default?: number }[] | null {
  const name = call.callee.text;
  if (isFamily(name)) return families[name].parameters;
  if (name === 'dense') return denseParameters;
  const statement = scope.definedAt.get(call.callee)?.statements[0];
  if (statement?.kind !== 'Network') return null;
  return [...new Set(statement.args.map(({ text }) => text))].map((argument) => ({ name: argument }));
}

const none: readonly ArgumentProblem[] = [];

/** What is wrong with the arguments of a call of any of these, apart from their values. */
export function problemsOf(call: Call, check: Check): readonly ArgumentProblem[] {
  const name = call.callee.text;
  if (isFamily(name))
    return isLabelled(call) ? none : check.inference.matched(call, families[name].parameters).problems;
  return check.problems.get(call, check, findProblems);
}

function findProblems(call: Call, { scope }: Check): readonly ArgumentProblem[] {
  const parameters = parametersOf(call, scope);
  return parameters === null ? none : matchArguments(parameters, call.args).problems;
}
