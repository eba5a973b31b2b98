import type { Argument, Call } from '../syntax/tree';

/** What is wrong with the arguments of a call. */
export type ArgumentProblem =
  | { readonly kind: 'unknown'; readonly argument: Argument }
  | { readonly kind: 'surplus'; readonly argument: Argument }
  | { readonly kind: 'repeated'; readonly argument: Argument; readonly first: Argument; readonly parameter: string }
  | { readonly kind: 'missing'; readonly parameter: string };

export interface MatchedArguments {
  /** The argument of each parameter, in the parameters' order; null where it is left out. */
  readonly values: readonly (Argument | null)[];
  readonly problems: readonly ArgumentProblem[];
}

interface ParameterName {
  readonly name: string;
  readonly default?: number;
}

const none: readonly ArgumentProblem[] = [];

/**
 * Gives every parameter its argument: those without a name take the parameters in their order, those with a name take
 * the parameter of that name.
 */
export function matchArguments(parameters: readonly ParameterName[], args: readonly Argument[]): MatchedArguments {
  const values: (Argument | null)[] = parameters.map(() => null);
  let problems: ArgumentProblem[] | null = null;
  let position = 0;
  let positions: ReadonlyMap<string, number> | null = null;
  for (const argument of args) {
    const name = argument.name?.text;
    if (name !== undefined) positions ??= new Map(parameters.map((parameter, place) => [parameter.name, place]));
    const at = name === undefined ? position++ : (positions?.get(name) ?? -1);
    const first = values[at];
    if (first === null) {
      values[at] = argument;
      continue;
    }
    problems ??= [];
    if (at < 0) problems.push({ kind: 'unknown', argument });
    else if (first === undefined) problems.push({ kind: 'surplus', argument });
    else problems.push({ kind: 'repeated', argument, first, parameter: parameters[at]!.name });
  }
  if (problems?.some((problem) => problem.kind === 'unknown')) return { values, problems };
  for (let at = 0; at < parameters.length; at++) {
    const parameter = parameters[at]!;
    if (values[at] !== null || parameter.default !== undefined) continue;
    problems ??= [];
    problems.push({ kind: 'missing', parameter: parameter.name });
  }
  return { values, problems: problems ?? none };
}

/** The parameters of a `dense` layer. */
export const denseParameters: readonly ParameterName[] = [{ name: 'units' }, { name: 'activation', default: 0 }];

/** `Categorical(blue: 0.3, …)`, where the names are labels and not the parameter. */
export function isLabelled(call: Call): boolean {
  return (
    call.callee.text === 'Categorical' && call.args.some(({ name }) => name !== null && name.text !== 'probabilities')
  );
}
