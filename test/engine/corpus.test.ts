import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { choicesOf } from '../../webview/engine/choices';
import { Program } from '../../webview/engine/program';
import { final } from './ask';
import { requestFor } from './build';

const folder = join(__dirname, '../cases/models');

describe.each(readdirSync(folder).filter((file) => file.endsWith('.lvm')))('%s', (file) => {
  it('can be drawn, whatever of it is looked at', () => {
    const { model, diagnostics } = analyse(readFileSync(join(folder, file), 'utf8'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const program = new Program('', model!.structure);
    const latents = choicesOf(program, 'latent').slice(0, 4);
    for (const [i, observed] of choicesOf(program, 'observed').slice(0, 4).entries()) {
      const request = requestFor(model!, {
        observed,
        latent: latents[i % Math.max(1, latents.length)] ?? null,
        points: 64,
        samples: 500,
      });
      const started = performance.now();
      const preview = final({ ...request, views: model!.views });
      console.log(
        file,
        observed.label,
        preview.observed.kind,
        preview.method.badge,
        preview.method.relativeError,
        Math.round(performance.now() - started),
        preview.prior?.kind,
        preview.notices.join(' '),
      );
    }
  });
});
