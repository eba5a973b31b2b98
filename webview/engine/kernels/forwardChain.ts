import {
  add,
  div,
  gather,
  log,
  matMul,
  mul,
  reshape,
  scalar,
  slice,
  stack,
  sum,
  type Tensor,
  type Tensor2D,
  type TensorInfo,
  tidy,
} from '@tensorflow/tfjs-core';
import { resultOf, valuesOf } from './backendValues';
import type { Kernels } from './kernels';
import { canFuse, checkOperand, registerFused, runFused } from './register';

const name = 'ForwardChain';

/** A chain of discrete variables with evidence. */
export interface Chain {
  /** [states]: p of the first variable. */
  readonly initial: Tensor;
  /** [states, states], from rows to columns; or [steps − 1, states, states]. */
  readonly transition: Tensor;
  /** [steps, states]: p of the evidence at each step given the state there; ones where there is none. */
  readonly likelihood: Tensor;
}

export interface Filtered {
  /** []: log p of all evidence; −Infinity where it is impossible. */
  readonly logEvidence: Tensor;
  /** [steps, states]: p of the state at each step given the evidence up to it; 0 from where on the evidence is impossible. */
  readonly filtered: Tensor;
}

/**
 * The forward recursion, divided by its sum at every step, so that chains of any length neither underflow nor overflow.
 * @throws Error where an operand is not float32 or has another shape
 */
export function forwardChain({ initial, transition, likelihood }: Chain): Filtered {
  checkOperand(name, 'initial', initial, [null]);
  const states = initial.shape[0]!;
  checkOperand(name, 'likelihood', likelihood, [null, states]);
  const steps = likelihood.shape[0]!;
  if (states === 0 || steps === 0) throw new Error(`${name}: there must be at least one state and one step.`);
  checkOperand(name, 'transition', transition, transition.rank === 2 ? [states, states] : [steps - 1, states, states]);
  if (!canFuse(name)) return composedForwardChain({ initial, transition, likelihood });
  const [logEvidence, filtered] = runFused<Tensor[]>(name, { initial, transition, likelihood }) as [Tensor, Tensor];
  return { logEvidence, filtered };
}

/** The same by operations of TensorFlow.js. */
export function composedForwardChain({ initial, transition, likelihood }: Chain): Filtered {
  const [steps, states] = likelihood.shape as [number, number];
  const [logEvidence, filtered] = tidy((): [Tensor, Tensor] => {
    const rows: Tensor[] = [];
    let evidence: Tensor = scalar(0);
    for (let t = 0; t < steps; t++) {
      const before = t === 0 ? initial : forward(rows[t - 1]!, transition, t - 1, states);
      const joint = mul(before, reshape(slice(likelihood, [t, 0], [1, states]), [states]));
      const total = sum(joint);
      evidence = add(evidence, log(total));
      // Impossible evidence leaves nothing to divide by.
      rows.push(total.dataSync()[0] === 0 ? joint : div(joint, total));
    }
    return [evidence, stack(rows)];
  });
  return { logEvidence, filtered };
}

function forward(row: Tensor, transition: Tensor, t: number, states: number): Tensor {
  const matrix = transition.rank === 2 ? transition : gather(transition, t);
  return reshape(matMul(reshape(row, [1, states]) as Tensor2D, reshape(matrix, [states, states])), [states]);
}

registerFused(name, (fused, backend, inputs) => {
  const { initial, transition, likelihood } = inputs as Record<'initial' | 'transition' | 'likelihood', TensorInfo>;
  const [steps, states] = likelihood.shape as [number, number];
  const result = runChain(fused, {
    steps,
    states,
    initial: valuesOf(backend, initial),
    transition: valuesOf(backend, transition),
    likelihood: valuesOf(backend, likelihood),
  });
  return [
    resultOf(backend, [], 'float32', (values) => {
      values[0] = result.logEvidence;
    }),
    resultOf(backend, [steps, states], 'float32', (values) => {
      for (let t = 0, at = 0; t < steps; t++) {
        for (let s = 0; s < states; s++) values[at++] = result.filtered[t * result.stride + s]!;
      }
    }),
  ];
});

/** A chain as plain arrays. */
export interface ChainNumbers {
  readonly steps: number;
  readonly states: number;
  readonly initial: ArrayLike<number>;
  /** One matrix, or one for every step but the first. */
  readonly transition: ArrayLike<number>;
  readonly likelihood: ArrayLike<number>;
}

/**
 * The recursion in double precision, on plain arrays.
 * @returns p of the states at step t from t · stride on: a view of the kernels' memory, to be read at once
 */
export function runChain(
  fused: Kernels,
  { steps, states, initial, transition, likelihood }: ChainNumbers,
): { logEvidence: number; filtered: Float64Array; stride: number } {
  const even = states + (states % 2);
  const matrices = transition.length / states ** 2;
  fused.reset();
  const at = {
    initial: putRows(fused, initial, 1, states, even),
    transition: putMatrices(fused, transition, matrices, states, even),
    likelihood: putRows(fused, likelihood, steps, states, even),
    filtered: fused.room(8 * steps * even),
    sums: fused.room(8 * steps),
  };
  const step = matrices > 1 ? 8 * even * even : 0;
  fused.run.chain(steps, even, at.initial, at.transition, step, at.likelihood, at.filtered, at.sums);
  const logEvidence = fused.doubles(at.sums, steps).reduce((total, each) => total + Math.log(each), 0);
  return { logEvidence, filtered: fused.doubles(at.filtered, steps * even), stride: even };
}

function putRows(fused: Kernels, values: ArrayLike<number>, rows: number, length: number, padded: number): number {
  const at = fused.room(8 * rows * padded);
  const view = fused.doubles(at, rows * padded);
  if (length === padded) {
    view.set(values);
    return at;
  }
  view.fill(0);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < length; i++) view[row * padded + i] = values[row * length + i]!;
  }
  return at;
}

function putMatrices(fused: Kernels, values: ArrayLike<number>, count: number, states: number, padded: number): number {
  if (states === padded) return putRows(fused, values, count * states, states, padded);
  const at = fused.room(8 * count * padded * padded);
  const view = fused.doubles(at, count * padded * padded).fill(0);
  for (let m = 0; m < count; m++) {
    for (let i = 0; i < states; i++) {
      for (let j = 0; j < states; j++) {
        view[(m * padded + i) * padded + j] = values[(m * states + i) * states + j]!;
      }
    }
  }
  return at;
}
