import type { CornerMarginal, CornerPair, CornerPicture } from '../../src/engine/api/aside';
import { choice, sumMethod } from './fixtures';

/** Corner plots worked out by hand: independent normals, and a value that is thrown. */

const normal = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

function cells(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => -4 + (8 * (i + 0.5)) / count);
}

function curve(name: string): CornerMarginal {
  const x = Float64Array.from({ length: 65 }, (_, i) => -4 + i / 8);
  return {
    choice: choice(name),
    kind: 'curve',
    range: { low: -4, high: 4 },
    x,
    labels: null,
    density: x.map(normal),
    standardError: null,
    method: sumMethod,
  };
}

export function coin(name: string): CornerMarginal {
  return {
    ...curve(name),
    kind: 'bars',
    range: { low: -0.5, high: 1.5 },
    x: Float64Array.of(0, 1),
    labels: ['false', 'true'],
    density: Float64Array.of(0.25, 0.75),
  };
}

function pair(across: number, up: number, marginals: readonly CornerMarginal[]): CornerPair {
  const axis = ({ kind, x }: CornerMarginal): Float64Array => (kind === 'bars' ? x : cells(24));
  const at = ({ kind, x, density }: CornerMarginal, value: number): number =>
    kind === 'bars' ? (density[x.indexOf(value)] ?? 0) : normal(value);
  const [a, b] = [marginals[across]!, marginals[up]!];
  const [x, y] = [axis(a), axis(b)];
  return {
    across,
    up,
    x,
    y,
    density: Float64Array.from({ length: x.length * y.length }, (_, i) => {
      return at(a, x[i % x.length]!) * at(b, y[Math.floor(i / x.length)]!);
    }),
    known: 'density',
    relativeError: 0,
    badge: 'exact · sum over 3 states',
    sentence: 'exact',
    correlation: 0.01 * (up + 1) - 0.1 * across,
  };
}

/** Of some numbers that are independent of each other. */
export function cornerPicture(marginals: readonly CornerMarginal[]): CornerPicture {
  return {
    kind: 'corner',
    marginals,
    pairs: marginals.flatMap((_, up) => marginals.slice(0, up).map((__, across) => pair(across, up, marginals))),
    samples: 8192,
  };
}

export function threeNormals(): CornerPicture {
  return cornerPicture(['x₁', 'x₂', 'x₃'].map(curve));
}

export function normalAndCoin(): CornerPicture {
  return cornerPicture([curve('a'), coin('b')]);
}
