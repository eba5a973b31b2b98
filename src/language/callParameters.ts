import { families } from '../model/families';
import { type ArgumentProblem, denseParameters, isLabelled, matchArguments } from './arguments';
import { isFamily } from './lookup';
import type { Check } from './rule';
import type { Scope } from './scope';
import type { Call } from './tree';

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
