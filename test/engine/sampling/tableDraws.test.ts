import { describe, expect, it } from 'vitest';
import { Column } from '../../../src/engine/sampling/columns';
import { uniforms } from '../../../src/engine/sampling/random';
import { TableDraws } from '../../../src/engine/sampling/tableDraws';
import { elements, question } from '../factors/tables/questions';

const count = 20_000;
const column = (seed: number) => () => Column.fromUniforms(uniforms(seed, count));

describe('draws from tables', () => {
  const { given, graph } = question(`
    latent   z[1]          ~ Categorical([0.25, 0.75])
    latent   z[t] | z[t-1] ~ Categorical([[0.1, 0.9], [0.6, 0.4]][z[t-1]]) for t in 2..3
    latent   n             ~ Poisson(2)
    latent   v             ~ Bernoulli([0.2, 0.3])
    latent   c             ~ Normal(0, 1)
    latent   b | c         ~ Bernoulli(sigmoid(c))
    observed x             ~ Normal(0, 1)`);

  it('follow the conditional distribution of each step', () => {
    const draws = new TableDraws(given);
    const chain = elements(graph, 'z[1]', 'z[2]', 'z[3]');
    chain.forEach((element, t) => {
      expect(draws.draw(element, count, column(t))).toBe(true);
    });
    const [, second, third] = chain.map(({ key }) => draws.values(key)!);
    const first = second!.reduce((sum, value, i) => sum + (value === 1 && third![i] === 2 ? 1 : 0), 0) / count;
    // p(z₂ = 1) = 0.025 + 0.45, then 0.9; four standard errors.
    expect(Math.abs(first - 0.475 * 0.9)).toBeLessThan(4 * Math.sqrt(0.25 / count));
  });

  it('are those of the distribution itself, for the same uniform numbers', () => {
    const draws = new TableDraws(given);
    const [z] = elements(graph, 'z[1]');
    draws.draw(z!, count, column(0));
    const u = uniforms(0, count);
    expect(Array.from(draws.values('z[1]')!)).toEqual(Array.from(u, (each) => (each <= 0.25 ? 1 : 2)));
  });

  it('are left alone where a support is cut off, for vectors, and below continuous variables', () => {
    const draws = new TableDraws(given);
    for (const element of elements(graph, 'n', 'v', 'c', 'b')) {
      expect(draws.draw(element, count, column(0))).toBe(false);
      expect(draws.values(element.key)).toBeNull();
    }
  });

  it('leave invalid parameters to where they are drawn', () => {
    const asked = question(
      'latent z ~ Categorical([1, 0])\nlatent w | z ~ Bernoulli(0.7 * z)\nobserved x ~ Normal(0, 1)',
    );
    const draws = new TableDraws(asked.given);
    const [z, w] = elements(asked.graph, 'z', 'w');
    expect(draws.draw(z!, count, column(0))).toBe(true);
    expect(draws.draw(w!, count, column(1))).toBe(false);
  });
});
