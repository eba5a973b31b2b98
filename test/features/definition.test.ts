import { describe, expect, it } from 'vitest';
import { definition } from '../../src/features/definition';
import { analysed } from './cursor';

describe('definition', () => {
  it('goes from a use to the name and its statement', () => {
    const { analysis, offset } = analysed('latent z ~ Normal(0, 1)\nobserved x | <|>z ~ Normal(z, 1)');
    expect(definition(analysis, offset)).toEqual({
      origin: { start: 37, end: 38 },
      targets: [{ name: { start: 7, end: 8 }, statement: { start: 0, end: 23 } }],
    });
  });

  it('goes to every definition of a chain', () => {
    const { analysis, offset } = analysed(
      'latent z[1] ~ Normal(0, 1)\nlatent z[t] | <|>z[t-1] ~ Normal(z[t-1], 1) for t in 2..9',
    );
    expect(definition(analysis, offset)?.targets.map(({ name, statement }) => [name.start, statement.start])).toEqual([
      [7, 0],
      [34, 27],
    ]);
  });

  it('goes to the argument of a network and the index of a loop', () => {
    const network = analysed('latent z ~ Normal(0, 1)\nnetwork f(z) = <|>z');
    expect(definition(network.analysis, network.offset)?.targets[0]?.name).toEqual({ start: 34, end: 35 });
    const loop = analysed('latent z[<|>t] ~ Normal(0, 1) for t in 1..9');
    expect(definition(loop.analysis, loop.offset)?.targets[0]?.name).toEqual({ start: 31, end: 32 });
  });

  it('knows nothing of what the language defines', () => {
    const { analysis, offset } = analysed('latent z ~ Nor<|>mal(0, 1)');
    expect(definition(analysis, offset)).toBeNull();
  });
});
