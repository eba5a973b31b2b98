import { describe, expect, it } from 'vitest';
import { order } from '../../../src/language/names/order';
import { inspect } from '../inspect';

function groups(text: string): string[] {
  return order(inspect(text).scope).map(({ steps, cyclic }) => {
    const names = steps.map(({ definition, part }) => definition.name + (part === 'arguments' ? '()' : ''));
    return (cyclic ? '*' : '') + names.sort().join(' ');
  });
}

describe('order', () => {
  it('puts everything behind what it needs, whatever the order of the text', () => {
    const found = groups(
      'observed x | z ~ Normal(m, s)\nlet m = 2 * z\nlatent z ~ Normal(a, 1)\nparam a = 0\nparam s = 1',
    );
    expect([...found].sort()).toEqual(['a', 'm', 's', 'x', 'z']);
    expect(found.indexOf('a')).toBeLessThan(found.indexOf('z'));
    expect(found.indexOf('z')).toBeLessThan(found.indexOf('m'));
    expect(found.indexOf('m')).toBeLessThan(found.indexOf('x'));
  });

  it('knows the arguments of a network before the network, from its first call', () => {
    const found = groups(
      'network f(z) = g(z)\nnetwork g(a) = a\nlatent y ~ Normal(0, 1)\nobserved x | y ~ Normal(f(y), 1)',
    );
    expect(found).toEqual(['y', 'f()', 'g()', 'g', 'f', 'x']);
  });

  it('groups what needs itself', () => {
    expect(groups('let a = b\nlet b = a\nlet c = c')).toEqual(['*a b', '*c']);
    expect(groups('latent z[1] ~ Normal(0, 1)\nlatent z[2] | z[1] ~ Normal(z[1], 1)')).toEqual(['*z']);
  });

  it('leaves random variables where none may stand to another rule', () => {
    expect(groups('latent z ~ Normal(a, 1)\nparam a = z')).toEqual(['a', 'z']);
  });

  it('orders a long row of lets without running out of stack', () => {
    const lets = Array.from({ length: 20_000 }, (_, n) => `let a${n} = a${n + 1}`).join('\n');
    const found = groups(`${lets}\nlet a20000 = 1`);
    expect(found[0]).toBe('a20000');
    expect(found.at(-1)).toBe('a0');
  });

  it('takes the arguments of a network from a later call where the first needs the network', () => {
    const nested = groups('network f(a) = a\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(f(z)), 1)');
    expect(nested).toEqual(['z', 'f()', 'f', 'x']);
    const behind = groups(
      'network f(a) = a\nobserved x | w ~ Normal(f(w), 1)\nlatent w | z ~ Normal(f(z), 1)\nlatent z ~ Normal(0, 1)',
    );
    expect(behind).toEqual(['z', 'f()', 'f', 'w', 'x']);
    const inside = groups(
      'network f(a) = g(a)\nnetwork g(b) = b\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(g(z)), 1)',
    );
    expect(inside).toEqual(['z', 'g()', 'g', 'f()', 'f', 'x']);
  });

  it('passes over a call in a network that nobody calls', () => {
    const found = groups(
      'network g(b) = f(b)\nnetwork f(a) = a\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)',
    );
    expect(found).toEqual(['g()', 'z', 'f()', 'f', 'g', 'x']);
  });

  it('leaves a network that needs itself in a circle', () => {
    expect(groups('network f(a) = f(a)\nobserved x ~ Normal(f(1) + f(2), 1)')).toEqual(['f()', '*f', 'x']);
  });

  it('goes through calls in one another once, however deep and many', () => {
    const names = Array.from({ length: 180 }, (_, n) => `f${n}`);
    const nest = (from: number) => names.reduce((inner, _, n) => `${names[(n * 7 + from) % 180]}(${inner})`, 'z');
    const text = [
      'let b = f0(a)\nlet a = f0(z)\nlatent z ~ Normal(0, 1)',
      ...names.map((name) => `network ${name}(a) = a`),
      ...names.map((_, n) => `let m${n} = ${nest(n)}`),
    ].join('\n');
    const found = groups(text);
    expect(found.filter((group) => group.startsWith('*'))).toEqual([]);
    expect(found.length).toBe(2 + 1 + 180 * 2 + 180);
  });
});
