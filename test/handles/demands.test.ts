import { describe, expect, it } from 'vitest';
import { demandsOf } from '../../webview/handles/demands';
import { smallestPositive } from '../../webview/handles/limits';
import { literalText, readingOf } from './readings';

/** What is demanded of each literal: its limits, its bond and the literals of that. */
function demanded(text: string): string[] {
  const reading = readingOf(text);
  const literal = (slot: number): string => literalText(text, reading, slot);
  return [...demandsOf(reading)]
    .sort(([a], [b]) => a - b)
    .filter(([, { limits, bond }]) => bond !== null || limits.low > -Infinity || limits.high < Infinity)
    .map(([slot, { limits, bond }]) => {
      const low = limits.low === smallestPositive ? 'above 0' : limits.low;
      const ends = `${low} to ${limits.high}${limits.whole ? ' whole' : ''}`;
      return `${literal(slot)}: ${ends}${bond === null ? '' : `, ${bond.kind} ${bond.slots.map(literal).join(' ')}`}`;
    });
}

describe('numbers that stand for a parameter', () => {
  it('are whole where it counts', () => {
    expect(demanded('observed x ~ Binomial(10, 0.4)')).toEqual(['10: 0 to Infinity whole', '0.4: 0 to 1']);
  });

  it('keep the ends of a range in their order', () => {
    expect(demanded('observed x ~ Uniform(-1, 2)')).toEqual([
      '-1: -Infinity to Infinity, ends -1 2',
      '2: -Infinity to Infinity, ends -1 2',
    ]);
    expect(demanded('observed x ~ DiscreteUniform(1, 6)')).toEqual([
      '1: -Infinity to Infinity whole, ends 1 6',
      '6: -Infinity to Infinity whole, ends 1 6',
    ]);
    expect(demanded('observed x ~ TruncatedNormal(0, 1.5, -1, 2)')[0]).toBe('1.5: above 0 to Infinity');
  });

  it('keep the order of each pair of ends, and of one that is the same for all', () => {
    expect(demanded('observed x ~ Uniform([1, 2], [3, 4])').map((each) => each.split(', ')[1])).toEqual([
      'ends 1 3',
      'ends 2 4',
      'ends 1 3',
      'ends 2 4',
    ]);
    expect(demanded('observed x ~ Uniform(1, [3, 4])').map((each) => each.split(', ')[1])).toEqual([
      'ends 1 3 4',
      'ends 1 3 4',
      'ends 1 3 4',
    ]);
  });

  it('are demanded the same in the rows of a table', () => {
    expect(
      demanded(`latent rain ~ Bernoulli(0.2)
observed wet | rain ~ Bernoulli(case rain { true: 0.9, false: 0.1 })`),
    ).toEqual(['0.2: 0 to 1', '0.9: 0 to 1', '0.1: 0 to 1']);
    expect(
      demanded(`latent k ~ Bernoulli(0.5)
observed y | k ~ Categorical(case k { true: [0.2, 0.8], false: [0.6, 0.4] })`),
    ).toEqual([
      '0.5: 0 to 1',
      '0.2: 0 to 1, simplex 0.2 0.8',
      '0.8: 0 to 1, simplex 0.2 0.8',
      '0.6: 0 to 1, simplex 0.6 0.4',
      '0.4: 0 to 1, simplex 0.6 0.4',
    ]);
  });

  it('are demanded nothing inside of an expression', () => {
    expect(demanded('observed x ~ Normal(0, 2 * 3)')).toEqual([]);
    expect(demanded('param s: positive = exp(-1)\nobserved x ~ Normal(0, s)')).toEqual([]);
  });
});

describe('the numbers of a param', () => {
  it('keep to what every place demands that uses them', () => {
    expect(demanded('param sigma = 0.5\nobserved x ~ Normal(0, sigma)')).toEqual(['0.5: above 0 to Infinity']);
    expect(demanded('param n = 10\nobserved x ~ Binomial(n, 0.4)')).toContain('10: 0 to Infinity whole');
    expect(demanded('param p: interval(0.1, 4) = 0.2\nobserved x ~ Bernoulli(p)')).toEqual(['0.2: 0.1 to 1']);
    expect(demanded('let s = 0.5\nobserved x ~ Normal(0, s)')).toEqual(['0.5: above 0 to Infinity']);
  });

  it('do so by element', () => {
    const declared = 'param s = [2, 3]\nlatent z ~ Bernoulli(0.5)\nlatent k ~ DiscreteUniform(1, 2)\n';
    const of = (scale: string) => demanded(`${declared}observed x | z, k ~ Normal(z, ${scale})`).slice(0, 2);
    expect(of('s[k]')).toEqual(['2: above 0 to Infinity', '3: above 0 to Infinity']);
    expect(of('s[2]')[0]).toBe('3: above 0 to Infinity');
  });

  it('are bound by their use', () => {
    expect(demanded('param w = [0.3, 0.7]\nobserved z ~ Categorical(w)')).toEqual([
      '0.3: 0 to 1, simplex 0.3 0.7',
      '0.7: 0 to 1, simplex 0.3 0.7',
    ]);
    expect(demanded('param low = 1\nobserved x ~ Uniform(low, 2)')).toEqual([
      '1: -Infinity to Infinity, ends 1 2',
      '2: -Infinity to Infinity, ends 1 2',
    ]);
  });

  it('are bound only where every number of the vector is written', () => {
    expect(demanded('param w: simplex = [1/3, 1/3, 1/3]\nobserved z ~ Categorical(w)')).toEqual([]);
    expect(demanded('param w: simplex = [0.5, 1/2]\nobserved z ~ Categorical(w)')).toEqual(['0.5: 0 to 1']);
    expect(demanded('param c: ordered = [1 + 1, 3]\nobserved x ~ Normal(c[1], c[2])')).toEqual([
      '3: above 0 to Infinity',
    ]);
    expect(demanded('param p = 0.5\nobserved z ~ Categorical([p, p])')).toEqual(['0.5: 0 to 1']);
  });

  it('the only probability does not move', () => {
    expect(demanded('param w: simplex = [1]\nobserved z ~ Categorical(w)')).toEqual(['1: 0 to 1, simplex 1']);
  });
});

describe('a number whose text would say something else with another sign', () => {
  const declared = 'latent z ~ Normal(0, 1.5)\n';
  const last = (mean: string) => demanded(`${declared}observed x | z ~ Normal(${mean}, z)`).slice(1);

  it('is the base of a power, unless it is in brackets with its sign', () => {
    expect(last('2 ^ z')).toEqual(['2: 0 to Infinity']);
    expect(last('-2 ^ z')).toEqual(['2: 0 to Infinity']);
    expect(last('(-2) ^ z')).toEqual([]);
    expect(last('z ^ 2')).toEqual([]);
  });

  it('is one behind a second minus', () => {
    expect(last('--2')).toEqual([`-2: -Infinity to ${-smallestPositive}`]);
    expect(last('z - -(-2)')).toEqual([`-2: -Infinity to ${-smallestPositive}`]);
    expect(last('z - -2')).toEqual([]);
  });

  it('is so wherever it stands', () => {
    expect(demanded('let a = 2 ^ 3\nobserved x ~ Normal(a, 1)')[0]).toBe('2: 0 to Infinity');
    expect(demanded('param a = [2 ^ 3]\nobserved x ~ Normal(a[1], 1)')[0]).toBe('2: 0 to Infinity');
  });
});
