import { describe, expect, it } from 'vitest';
import { references } from '../../src/features/references';
import { mark } from '../language/harness';
import { analysed } from './cursor';

const marked = (source: string, definitions: boolean) => {
  const { analysis, offset } = analysed(source);
  return mark(analysis.text, references(analysis, offset, definitions));
};

describe('references', () => {
  const model = 'latent z<|> ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\ndata x = [1]';

  it('are all uses, and the definitions where they are asked for', () => {
    expect(marked(model, true)).toBe('latent «z» ~ Normal(0, 1)\nobserved x | «z» ~ Normal(«z», 1)\ndata x = [1]');
    expect(marked(model, false)).toBe('latent z ~ Normal(0, 1)\nobserved x | «z» ~ Normal(«z», 1)\ndata x = [1]');
    expect(marked(model.replace('<|>', '').replace('data x', 'data <|>x'), true)).toContain('data «x» = [1]');
  });

  it('are none where no name stands', () => {
    expect(marked('latent z ~ <|>Normal(0, 1)', true)).toBe('latent z ~ Normal(0, 1)');
  });
});
