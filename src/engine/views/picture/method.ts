import type { Method } from '../../api/preview';
import { thousands } from '../../api/thousands';
import type { Estimate } from '../../integrate/marginal';
import type { Plan } from '../../plan/planner';

/** Says how a marginal was computed, and how well it is known. */
export function methodOf(plan: Plan, estimate: Estimate): Method {
  const states = plan.table.count;
  const base = {
    name: plan.method,
    exact: plan.method === 'direct' || plan.method === 'sum' || plan.method === 'gaussian',
    states,
    nodes: estimate.nodes,
    dimensions: plan.method === 'gaussian' ? plan.closed : plan.dimensions,
    relativeError: estimate.relativeError,
  };
  const who = plan.target.key;
  const over = states > 1 ? `, for each of ${count(states, 'joint state')} of ${names(plan)}` : '';
  switch (plan.method) {
    case 'direct':
      return {
        ...base,
        badge: 'exact · no latent variable',
        sentence: `${who} depends on no other variable: its density is evaluated directly.`,
      };
    case 'sum':
      return {
        ...base,
        badge: `exact · sum over ${count(states, 'state')}`,
        sentence: `Every variable that ${who} depends on is discrete: the marginal is the sum over ${count(states, 'joint state')} of ${names(plan)}.${truncation(plan)}`,
      };
    case 'gaussian':
      return {
        ...base,
        badge: `exact · Gaussian${states > 1 ? ` for each of ${count(states, 'state')}` : ''}`,
        sentence: `${states > 1 ? `Given the discrete variables, ${who}` : who} and everything continuous that it depends on are linear and Gaussian: the integral over ${count(plan.closed, 'number')} is known in closed form${over}.${truncation(plan)}`,
      };
    case 'quadrature':
      return {
        ...base,
        badge: `quadrature · ${count(estimate.nodes, 'node')}${wanting(estimate, 1e-3)}`,
        sentence: `The ${plan.dimensions === 1 ? 'integral' : 'double integral'} over the continuous variables that ${who} depends on is a trapezoidal sum of ${count(estimate.nodes, 'node')}${over}; by what its last refinement changed, the error is at most about ${percent(estimate.relativeError)} of the curve’s maximum.${closedForm(plan)}${truncation(plan)}`,
      };
    case 'quasi-monte-carlo':
      return {
        ...base,
        badge: `${count(estimate.nodes, 'draw')} · ±${percent(estimate.relativeError)}`,
        sentence: `${who} depends on ${thousands(plan.dimensions)} independent random numbers, too many for a grid: the marginal is a mean over ${count(estimate.nodes, 'quasi-random draw')}${over}; its largest standard error is ${percent(estimate.relativeError)} of the maximum.${closedForm(plan)}${truncation(plan)}`,
      };
  }
}

function closedForm({ closed }: Plan): string {
  return closed === 0
    ? ''
    : ` What is linear and Gaussian, ${count(closed, 'number')} more, is integrated in closed form.`;
}

function truncation({ table }: Plan): string {
  if (table.truncated.length === 0) return '';
  return ` Values of ${table.truncated.join(', ')} with a probability below 1e-10 in all are left out.`;
}

/** The error, where the badge should not hide it. */
function wanting(estimate: Estimate, tolerance: number): string {
  return estimate.relativeError > tolerance ? ` · ±${percent(estimate.relativeError)}` : '';
}

function names({ table }: Plan): string {
  const keys = table.elements.map(({ key }) => key);
  return keys.length <= 4 ? keys.join(', ') : `${keys.slice(0, 3).join(', ')} and ${keys.length - 3} more`;
}

function count(value: number, what: string): string {
  return `${thousands(value)} ${what}${value === 1 ? '' : 's'}`;
}

/** Two digits, however small. */
function percent(share: number): string {
  const value = 100 * share;
  if (value === 0) return '0 %';
  return `${value >= 0.001 ? Number(value.toPrecision(2)) : value.toExponential(0)} %`;
}
