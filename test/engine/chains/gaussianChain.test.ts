import { expect, it } from 'vitest';
import { gaussianChain, gaussianQuantiles } from '../../../src/engine/chains/gaussianChain';
import { inquire, seen } from '../queries/inquire';

const walk =
  'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..4\nobserved x | z[4] ~ Normal(z[4], 1)';

function chainOf(
  text: string,
  variable: string,
  length: number,
  values: Parameters<typeof seen>[0] = {},
  coordinate = 0,
) {
  const inquiry = inquire(text);
  const elements = Array.from({ length }, (_, i) => inquiry.graph.element(variable, i + 1));
  return gaussianChain(inquiry, elements, coordinate, seen(values));
}

it('a random walk has the variance of its steps', () => {
  const chain = chainOf(walk, 'z', 4)!;
  expect([...chain.sd]).toEqual([1, 2, 3, 4].map((steps) => expect.closeTo(Math.sqrt(steps), 9)));
  expect([...gaussianQuantiles(chain, 0.5)]).toEqual([0, 0, 0, 0].map((zero) => expect.closeTo(zero, 9)));
  expect(gaussianQuantiles(chain, 0.95)[3]).toBeCloseTo(1.6448536 * 2, 6);
});

it('between two observed elements it is a bridge, and paths go over it', () => {
  const chain = chainOf(walk, 'z', 4, { 'z[1]': 1, 'z[3]': 3 })!;
  expect([...chain.mean]).toEqual([1, 2, 3, 3].map((mean) => expect.closeTo(mean, 9)));
  expect([...chain.sd]).toEqual([0, Math.SQRT1_2, 0, 1].map((sd) => expect.closeTo(sd, 9)));
  const paths = chain.paths(2000);
  expect(paths.every((path) => path[0] === 1 && path[2] === 3)).toBe(true);
  const [mean, square] = [1, 2].map((power) => paths.reduce((sum, path) => sum + path[1]! ** power / 2000, 0));
  expect(mean).toBeCloseTo(2, 1);
  expect(square! - mean! ** 2).toBeCloseTo(0.5, 1);
});

it('one coordinate of vectors is taken', () => {
  const text = 'observed x[1] ~ Normal([1, 5], [1, 2])\nobserved x[t] | x[t-1] ~ Normal(x[t-1], 1) for t in 2..3';
  expect([...chainOf(text, 'x', 3, {}, 1)!.sd]).toEqual(
    [4, 5, 6].map((variance) => expect.closeTo(Math.sqrt(variance), 9)),
  );
});

it('what is not linear, not Gaussian or not continuous has none', () => {
  expect(
    chainOf('observed z[1] ~ Normal(0, 1)\nobserved z[t] | z[t-1] ~ Normal(sin(z[t-1]), 1) for t in 2..3', 'z', 3),
  ).toBe(null);
  expect(
    chainOf('observed z[1] ~ Laplace(0, 1)\nobserved z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..3', 'z', 3),
  ).toBe(null);
  expect(
    chainOf(
      'latent k ~ Bernoulli(0.5)\nobserved z[1] | k ~ Normal(k, 1)\nobserved z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..3',
      'z',
      3,
    ),
  ).toBe(null);
});

it('paths over a chain without noise keep to it', () => {
  const chain = chainOf(
    'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Dirac(2 * z[t-1]) for t in 2..3\nobserved x | z[3] ~ Normal(z[3], 1)',
    'z',
    3,
  )!;
  for (const path of chain.paths(3))
    expect([...path]).toEqual([1, 2, 4].map((times) => expect.closeTo(times * path[0]!, 12)));
  expect(chain.sd[2]).toBeCloseTo(4, 9);
});
