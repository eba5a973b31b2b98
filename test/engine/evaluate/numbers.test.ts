import { expect, it } from 'vitest';
import { weightsOf } from '../../../src/engine/evaluate/numbers';
import { model } from '../models';
import { given } from '../plain';

it('takes trained weights where they fit the layer, and its own where they do not', () => {
  const { numbers } = given(
    model('network f(z) = z -> dense(3, tanh) -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)'),
  );
  const kernel = Float32Array.of(1, 2, 3);
  const trained = new Map([
    ['f.0', { kernel, bias: Float32Array.of(4, 5, 6) }],
    ['f.1', { kernel, bias: Float32Array.of(1, 2) }],
  ]);
  expect(Array.from(weightsOf({ ...numbers, weights: trained }, 'f', 0).bias)).toEqual([4, 5, 6]);
  expect(weightsOf({ ...numbers, weights: trained }, 'f', 1)).toBe(numbers.program.initialWeights('f', 1));
});
