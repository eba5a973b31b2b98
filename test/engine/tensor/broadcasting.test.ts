import { add, broadcastTo, div, greater, maximum, mul, pow, sub, tensor, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../plain';

/** A shape, and the same with some axes of length one and some of the first left out. */
const shapes = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 4 })
  .chain((shape) =>
    fc.tuple(
      fc.constant(shape),
      ...[0, 1].map(() =>
        fc
          .tuple(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), fc.nat({ max: 4 }))
          .map(([ones, cut]) =>
            shape.map((length, axis) => (ones[axis] ? 1 : length)).slice(Math.min(cut, shape.length)),
          ),
      ),
    ),
  );

const operations = {
  add: [add, (a: number, b: number) => a + b],
  sub: [sub, (a: number, b: number) => a - b],
  mul: [mul, (a: number, b: number) => a * b],
  div: [div, (a: number, b: number) => Math.fround(a / b)],
  maximum: [maximum, Math.max],
  pow: [pow, (a: number, b: number) => Math.fround(a ** b)],
  greater: [greater, (a: number, b: number) => (a > b ? 1 : 0)],
} as const;

const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

describe.each(Object.entries(operations))('%s', (_, [operation, plain]) => {
  it('is the elementwise operation on any two shapes that go together', () => {
    fc.assert(
      fc.property(shapes, ([, left, right]) => {
        const a = Float32Array.from({ length: size(left!) }, (_, i) => 1 + (i % 7));
        const b = Float32Array.from({ length: size(right!) }, (_, i) => 2 + (i % 3));
        const result = tidy(() => {
          const value = operation(tensor(a, left!), tensor(b, right!));
          return { shape: value.shape, data: Array.from(value.dataSync()) } as unknown as never;
        }) as unknown as { shape: number[]; data: number[] };
        const rank = Math.max(left!.length, right!.length);
        const at = (own: readonly number[], axis: number) => own[axis - rank + own.length] ?? 1;
        const shape = Array.from({ length: rank }, (_, axis) => Math.max(at(left!, axis), at(right!, axis)));
        expect(result.shape).toEqual(shape);
        result.data.forEach((value, i) => {
          const place = (own: readonly number[]) => {
            let [index, rest, stride] = [0, i, 1];
            for (let axis = rank - 1; axis >= 0; axis--) {
              const digit = rest % shape[axis]!;
              rest = Math.floor(rest / shape[axis]!);
              if (at(own, axis) > 1) index += digit * stride;
              stride *= at(own, axis);
            }
            return index;
          };
          expect(value).toBeCloseTo(plain(a[place(left!)]!, b[place(right!)]!), 4);
        });
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

it('repeats an array along axes of length one', () => {
  tidy(() => {
    const wide = broadcastTo(tensor([1, 2, 3], [1, 3, 1]), [2, 3, 2]);
    expect(Array.from(wide.dataSync())).toEqual([1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3]);
  });
});
