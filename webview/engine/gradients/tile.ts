import { type GradConfig, reshape, sum, type Tensor } from '@tensorflow/tfjs-core';

/** The gradient of a tile, which is what a broadcast is: the sum over the copies. That of TensorFlow.js loops over every copy. */
export const tileGradient: GradConfig = {
  kernelName: 'Tile',
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const shape = saved[0]!.shape;
    const { reps } = attrs as unknown as { reps: number[] };
    const tiled = reps.flatMap((count, axis) => [count, shape[axis]!]);
    const copies = reps.map((_, axis) => 2 * axis);
    return { x: () => reshape(sum(reshape(dy as Tensor, tiled), copies), shape) };
  },
};
