import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSymbols } from '../../src/features/documentSymbols';
import { analyse } from '../../src/language/analyse';
import { halfTyped } from '../mutations/halfTyped';

describe('documentSymbols', () => {
  it('lists what the statements name, with what stands behind the names', () => {
    const text = `model "Bumps"
param mu: ordered = [1,
  2]
let y = 2
network f(z) = z -> dense(1)
latent z[1] ~ Normal(0, 1)
observed x | z ~ Normal(f(z), 1)
data x from "a.csv" columns a
weights from "w.safetensors"
fit em(steps = 3)
view x in [0, 1]
foo bar
latent`;
    expect(documentSymbols(analyse(text)).map(({ kind, name, detail }) => [kind, name, detail])).toEqual([
      ['model', 'Bumps', ''],
      ['param', 'mu', ': ordered = [1, 2]'],
      ['let', 'y', '= 2'],
      ['network', 'f', '(z) = z -> dense(1)'],
      ['latent', 'z[1]', '~ Normal(0, 1)'],
      ['observed', 'x', '| z ~ Normal(f(z), 1)'],
      ['data', 'data x', 'from "a.csv" columns a'],
      ['weights', 'weights', 'from "w.safetensors"'],
      ['fit', 'fit em', '(steps = 3)'],
      ['view', 'view x', 'in [0, 1]'],
    ]);
  });

  it('has a name even for an empty title, and cuts what is long', () => {
    const [title, long] = documentSymbols(analyse(`model ""\nlet a = [${'1, '.repeat(100)}1]`));
    expect(title?.name).toBe('model');
    expect(long?.detail).toHaveLength(80);
    expect(long?.detail.endsWith('…')).toBe(true);
  });

  it('selects inside the span and never has an empty name, as the editor demands', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        for (const { name, span, selection } of documentSymbols(analyse(text))) {
          expect(name).not.toBe('');
          expect(span.start <= selection.start && selection.end <= span.end).toBe(true);
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
