import { tensor1d, tensor2d, tensor3d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { composedForwardChain, forwardChain, runChain } from '../../../webview/engine/kernels/forwardChain';
import { kernels } from '../../../webview/engine/kernels/kernels';
import { backends, useBackend } from '../backends';
import { expectClose, numbers, valuesOf } from './reference';

function stochastic(rows: number, states: number, seed: number): number[] {
  const values = numbers(rows * states, 0.1, 1, seed);
  return values.map((value, i) => {
    const row = Math.floor(i / states) * states;
    return value / values.slice(row, row + states).reduce((a, b) => a + b, 0);
  });
}

/** Sums over all paths of states, one after the other. */
function bruteForce(initial: number[], transitions: number[][], likelihood: number[], steps: number) {
  const states = initial.length;
  const sums: number[] = [];
  const last: number[] = new Array(states).fill(0);
  for (let length = 1; length <= steps; length++) {
    let total = 0;
    last.fill(0);
    for (let code = 0; code < states ** length; code++) {
      const path = Array.from({ length }, (_, t) => Math.floor(code / states ** t) % states);
      const p = path.reduce((product, s, t) => {
        const moved = t === 0 ? initial[s]! : transitions[t - 1]![path[t - 1]! * states + s]!;
        return product * moved * likelihood[t * states + s]!;
      }, 1);
      total += p;
      last[path[length - 1]!]! += p;
    }
    sums.push(total);
  }
  return { logEvidence: Math.log(sums.at(-1)!), last: last.map((p) => p / sums.at(-1)!) };
}

describe.each(backends)('forwardChain on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    [1, 1],
    [1, 3],
    [5, 2],
    [5, 3],
    [4, 4],
  ])('sums over all paths of %i steps through %i states', (steps, states) => {
    const initial = stochastic(1, states, 1);
    const transition = stochastic(states, states, 2);
    const likelihood = numbers(steps * states, 0, 1, 3);
    const expected = bruteForce(initial, new Array(steps).fill(transition), likelihood, steps);
    for (const f of [forwardChain, composedForwardChain]) {
      const [evidence, filtered] = valuesOf(() => {
        const made = f({
          initial: tensor1d(initial),
          transition: tensor2d(transition, [states, states]),
          likelihood: tensor2d(likelihood, [steps, states]),
        });
        return [made.logEvidence, made.filtered];
      });
      expectClose(evidence!, [expected.logEvidence], 2e-6, 2e-6);
      expectClose(filtered!.slice(-states), expected.last, 2e-6);
    }
  });

  it('takes a transition for every step', () => {
    const [steps, states] = [4, 3];
    const initial = stochastic(1, states, 1);
    const transition = stochastic((steps - 1) * states, states, 2);
    const likelihood = numbers(steps * states, 0, 1, 3);
    const matrices = Array.from({ length: steps - 1 }, (_, t) => transition.slice(9 * t, 9 * t + 9));
    const expected = bruteForce(initial, matrices, likelihood, steps);
    for (const f of [forwardChain, composedForwardChain]) {
      const [evidence] = valuesOf(() => {
        const made = f({
          initial: tensor1d(initial),
          transition: tensor3d(transition, [steps - 1, states, states]),
          likelihood: tensor2d(likelihood, [steps, states]),
        });
        return [made.logEvidence, made.filtered];
      });
      expectClose(evidence!, [expected.logEvidence], 2e-6);
    }
  });

  it('neither underflows along a chain of 2,000 unlikely steps nor overflows along one of large factors', () => {
    const likelihood = (value: number) => tensor2d(new Float32Array(2000 * 20).fill(value), [2000, 20]);
    const chain = (value: number) => ({
      initial: tensor1d(new Float32Array(20).fill(1 / 20)),
      transition: tensor2d(stochastic(20, 20, 5), [20, 20]),
      likelihood: likelihood(value),
    });
    for (const value of [1e-20, 1e20]) {
      const [evidence, filtered] = valuesOf(() => {
        const made = forwardChain(chain(value));
        return [made.logEvidence, made.filtered];
      });
      expectClose(evidence!, [2000 * Math.log(value)], 1e-6);
      expect(filtered!.slice(-20).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    }
  });

  it('has evidence of probability 0 as such', () => {
    for (const f of [forwardChain, composedForwardChain]) {
      const [evidence, filtered] = valuesOf(() => {
        const made = f({
          initial: tensor1d([1, 0]),
          transition: tensor2d([1, 0, 0, 1], [2, 2]),
          likelihood: tensor2d([1, 1, 0, 1, 1, 1], [3, 2]),
        });
        return [made.logEvidence, made.filtered];
      });
      expect(evidence).toEqual([Number.NEGATIVE_INFINITY]);
      expect(filtered).toEqual([1, 0, 0, 0, 0, 0]);
    }
  });

  it('says what is wrong with an operand', () => {
    const [initial, transition] = [tensor1d([0.5, 0.5]), tensor2d([1, 0, 0, 1], [2, 2])];
    expect(() => forwardChain({ initial, transition, likelihood: tensor2d([[1, 1, 1]]) })).toThrow(
      'ForwardChain: likelihood must have the shape [any, 2], not [1, 3].',
    );
    const likelihood = tensor2d([1, 1, 1, 1], [2, 2]);
    expect(() =>
      forwardChain({ initial, transition: tensor3d([1, 0, 0, 1, 1, 0, 0, 1], [2, 2, 2]), likelihood }),
    ).toThrow('ForwardChain: transition must have the shape [1, 2, 2], not [2, 2, 2].');
  });
});

describe('runChain', () => {
  it('has the digits of double precision', () => {
    const [steps, states] = [6, 3];
    const initial = stochastic(1, states, 1);
    const transition = stochastic(states, states, 2);
    const likelihood = numbers(steps * states, 0, 1, 3);
    const expected = bruteForce(initial, new Array(steps).fill(transition), likelihood, steps);
    const { logEvidence, filtered, stride } = runChain(kernels()!, { steps, states, initial, transition, likelihood });
    expectClose([logEvidence], [expected.logEvidence], 1e-13);
    expectClose(filtered.slice((steps - 1) * stride, (steps - 1) * stride + states), expected.last, 1e-13);
  });
});
