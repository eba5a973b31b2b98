import { type ActivationName, activations } from '../../model/activations';
import { denseParameters, matchArguments } from '../names/arguments';
import type { Call, Expression } from '../syntax/tree';
import type { Range } from './range';
import { nonnegative, positive, reals, unitOpen } from './range';

/** More units than this in one layer are refused. */
export const mostUnits = 4096;

/** The parts of `dense(units, activation)`; null for what is missing or wrong. */
export interface Dense {
  readonly units: number | null;
  readonly activation: ActivationName | null;
}

/** Reads a `dense` stage: how many units it has and their activation, `linear` where it is left out. */
export function readDense(call: Call): Dense {
  const [units, activation] = matchArguments(denseParameters, call.args).values;
  return {
    units: units?.value.kind === 'Number' && isUnits(units.value.value) ? units.value.value : null,
    activation: activation ? activationOf(activation.value) : 'linear',
  };
}

export function isUnits(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= mostUnits;
}

function activationOf(expression: Expression): ActivationName | null {
  return expression.kind === 'Name' && isActivation(expression.text) ? expression.text : null;
}

export function isActivation(name: string): name is ActivationName {
  return Object.hasOwn(activations, name);
}

/** Where the outputs of a layer lie. */
export const activationRanges: Record<ActivationName, Range> = {
  linear: reals,
  tanh: { low: -1, high: 1, lowOpen: true, highOpen: true },
  relu: nonnegative,
  sigmoid: unitOpen,
  softplus: positive,
  elu: { low: -1, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: true },
  // The minima of a Φ(a) and of a sigmoid(a), rounded down.
  gelu: { low: -0.18, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: true },
  silu: { low: -0.28, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: true },
  exp: positive,
};
