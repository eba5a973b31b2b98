import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../src/engine/api/choices';
import { Program } from '../../src/engine/evaluate/program';
import { analyse } from '../../src/language/analyse';
import { first } from './ask';
import { requestFor } from './build';

const folder = join(__dirname, '../cases/models');

describe.each(readdirSync(folder).filter((file) => file.endsWith('.lvm')))('%s', (file) => {
  it('can be drawn, whatever of it is looked at', () => {
    const { model, diagnostics } = analyse(readFileSync(join(folder, file), 'utf8'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const program = new Program('', model!.structure);
    const latents = choicesOf(program, 'latent').slice(0, 4);
    for (const [i, observed] of choicesOf(program, 'observed').slice(0, 8).entries()) {
      const latent = latents[i % Math.max(1, latents.length)] ?? null;
      const request = requestFor(model!, { observed, latent, points: 64, samples: 500, draws: 1024 });
      const preview = first({ ...request, views: model!.views });
      expect(preview.observed.choice).toEqual(observed);
      expect(preview.prior?.choice ?? null).toEqual(latent);
      const heights = preview.observed.kind === 'bars' ? preview.observed.probability : preview.observed.density;
      expect(heights.every((height) => height >= 0 && height < Number.POSITIVE_INFINITY)).toBe(true);
      expect(Math.max(...heights)).toBeGreaterThan(0);
      expect(preview.observed.massInside).toBeGreaterThan(0.8);
    }
  });
});
