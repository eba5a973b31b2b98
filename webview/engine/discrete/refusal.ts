import type { Refused } from './network';

/** Says why a question is not answered by summing over states, with the numbers that make it so, and what to do. */
export function refusalSentence(refused: Refused): string {
  if (refused.kind === 'not-enumerable') {
    return `${refused.variable} is continuous or has too many values to go through one by one. Observe it, or ask about variables that do not depend on it.`;
  }
  const { variables, states, limit } = refused;
  return `The exact sum would need a table of ${number(states)} joint states of ${names(variables)}, more than the ${number(limit)} that fit. Give them fewer states or fewer parents, or observe some of them.`;
}

function number(value: number): string {
  return value < 1e15 ? value.toLocaleString('en') : value.toExponential(0);
}

function names(variables: readonly string[]): string {
  if (variables.length <= 4) return variables.join(', ');
  return `${variables.slice(0, 3).join(', ')} and ${variables.length - 3} more`;
}
