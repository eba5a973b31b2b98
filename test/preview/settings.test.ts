import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { animations, backends, readSettings, settingRanges } from '../../src/preview/settings';
import { readHostMessage } from '../../src/protocol';

const usual = { samples: 2000, draws: 4096, points: 512, seed: 0, mass: 0.998, backend: 'auto', animation: 'auto' };
const read = (values: Record<string, unknown>) => readSettings((name) => values[name]);

describe('readSettings', () => {
  it('takes what is in range', () => {
    const values = {
      samples: 0,
      draws: 65536,
      points: 64,
      seed: 4294967295,
      mass: 0.9,
      backend: 'cpu',
      animation: 'off',
    };
    expect(read(values)).toEqual(values);
  });

  it('brings numbers into their range and replaces what is no number', () => {
    expect(read({})).toEqual(usual);
    expect(
      read({ samples: -1, draws: 1, points: 1e12, seed: 1.4, mass: 1, backend: 'gpu', animation: 'wild' }),
    ).toEqual({
      samples: 0,
      draws: 16,
      points: 8192,
      seed: 1,
      mass: 0.999999,
      backend: 'auto',
      animation: 'auto',
    });
    expect(
      read({ samples: '7', draws: null, points: Number.NaN, seed: {}, mass: 'all', backend: 3, animation: true }),
    ).toEqual(usual);
  });

  it('is accepted by the webview, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('samples', 'draws', 'points', 'seed', 'mass', 'backend', 'animation'),
          fc.anything(),
        ),
        (values) => {
          const message = { type: 'settings', settings: read(values) };
          expect(readHostMessage(message)).toEqual(message);
        },
      ),
      { seed: 11 },
    );
  });

  it('agrees with what package.json offers', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const offered = manifest.contributes.configuration.properties;
    for (const [name, { least, most, usual }] of Object.entries(settingRanges))
      expect(offered[`lvm.preview.${name}`]).toMatchObject({ minimum: least, maximum: most, default: usual });
    expect(offered['lvm.preview.backend']).toMatchObject({ enum: [...backends], default: 'auto' });
    expect(offered['lvm.preview.animation']).toMatchObject({ enum: [...animations], default: 'auto' });
  });
});
