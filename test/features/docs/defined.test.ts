import { describe, expect, it } from 'vitest';
import { definedDetail, definedMarkdown, kindWords } from '../../../src/features/docs/defined';
import { analyse } from '../../../src/language/analyse';

const model = `param s: positive = [1, 2]
let c = 2
network f(u) = u -> dense(16, tanh) -> dense(1)
latent k ~ Categorical(blue: 0.3, orange: 0.7)
latent z | k ~ Normal(0, s[k])^3
latent h[1] ~ Normal(0, 1)
latent h[t] | h[t-1] ~ Normal(h[t-1], c) for t in 2..20
observed x | z, h[20] ~ Normal(f(z) + h[20], 1)
`;
const analysis = analyse(model);
const named = (name: string) =>
  analysis.symbols.globals.get(name) ?? analysis.symbols.locals.find((local) => local.name === name)!;

describe('definedDetail', () => {
  it.each([
    ['s', 'parameter: vector of 2 real numbers'],
    ['c', 'expression: integer'],
    ['f', 'network: real number'],
    ['k', 'latent variable: category, one of blue, orange'],
    ['z', 'latent variable: vector of 3 real numbers'],
    ['h', 'latent variable: chain h[1]…h[20], each a real number'],
    ['x', 'observed variable: real number'],
    ['t', 'index: integer, 2…20'],
    ['u', 'argument of a network: vector of 3 real numbers'],
  ])('of %s is %s', (name, detail) => {
    expect(definedDetail(named(name))).toBe(detail);
  });

  it('leaves out a type that nobody knows', () => {
    expect(definedDetail({ ...named('s'), type: null })).toBe(kindWords.param);
  });
});

describe('definedMarkdown', () => {
  const text = (name: string) => definedMarkdown(analysis, named(name));

  it('shows all statements of a name', () => {
    expect(text('h').split('\n\n')[0]).toBe(
      '```lvm\nlatent h[1] ~ Normal(0, 1)\nlatent h[t] | h[t-1] ~ Normal(h[t-1], c) for t in 2..20\n```',
    );
  });

  it('tells the domain of a parameter', () => {
    expect(text('s')).toContain('Domain `positive`: above 0. Learnable.');
  });

  it('tells parents and children', () => {
    expect(text('z')).toContain('Parents: `k`.\n\nChildren: `x`.');
    expect(text('k')).toContain('No parents: this is a prior.\n\nChildren: `z`.');
    expect(text('x')).toContain('Parents: `z`, `h`.');
    expect(text('x')).not.toContain('Children');
  });

  it('counts the layers and weights of a network', () => {
    expect(text('f')).toContain('`u` is a vector of 3 real numbers.');
    expect(text('f')).toContain('2 layers: 3 → 16 tanh, then 16 → 1 linear. 81 learnable numbers.');
    const plain = analyse('network g(u) = 2 * u\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(g(z), 1)');
    expect(definedMarkdown(plain, plain.symbols.globals.get('g')!)).toContain('No layers, so nothing to learn.');
  });

  it('knows no layers where the model has errors', () => {
    const broken = analyse(`${model}latent`);
    expect(broken.model).toBeNull();
    expect(definedMarkdown(broken, broken.symbols.globals.get('f')!)).not.toContain('layers');
  });

  it('shows no statement of a local', () => {
    expect(text('t')).toBe(
      `**t**: ${definedDetail(named('t'))}\n\nRuns over the range behind \`for\`, its ends included.`,
    );
    expect(text('u')).toBe(`**u**: ${definedDetail(named('u'))}`);
  });

  it('cuts long statements', () => {
    const long = analyse(`let a = [${'1,\n'.repeat(50)}1]\nlet b = [${'1, '.repeat(200)}1]`);
    expect(definedMarkdown(long, long.symbols.globals.get('a')!).split('\n').slice(8, 11)).toEqual(['1,', '…', '```']);
    expect(definedMarkdown(long, long.symbols.globals.get('b')!).split('\n')[1]).toHaveLength(120);
  });
});
