import { describe, expect, it } from 'vitest';
import { childNames, listed, parentNames } from '../../src/features/kinship';
import { analyse } from '../../src/language/analyse';

describe('kinship', () => {
  const analysis = analyse(`latent a ~ Normal(0, 1)
latent z[1] | a ~ Normal(a, 1)
latent z[t] | z[t-1], a ~ Normal(z[t-1] + a, 1) for t in 2..9
observed x | a ~ Normal(a, 1)
`);
  const { globals } = analysis.symbols;

  it('reads parents from the lists, each once and without the own past', () => {
    expect(parentNames(globals.get('z')!)).toEqual(['a']);
    expect(parentNames(globals.get('a')!)).toEqual([]);
    expect(analysis.tree.statements.map(listed)).toEqual([[], ['a'], ['z', 'a'], ['a']]);
  });

  it('finds children', () => {
    expect(childNames(analysis, globals.get('a')!)).toEqual(['z', 'x']);
    expect(childNames(analysis, globals.get('z')!)).toEqual([]);
  });
});
