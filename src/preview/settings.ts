import type { PreviewSettings } from '../protocol';

/** Smallest, largest and usual value of each number; the same as in package.json. */
export const settingRanges = {
  samples: { least: 0, most: 1_000_000, usual: 2000 },
  draws: { least: 16, most: 1_048_576, usual: 4096 },
  points: { least: 16, most: 8192, usual: 512 },
  seed: { least: 0, most: 0xffff_ffff, usual: 0 },
} as const;

export const backends = ['auto', 'cpu', 'wasm'] as const;

/**
 * The settings of `lvm.preview`. A settings file is text that anyone can write anything into: numbers are rounded and
 * brought into their range, and what is no number is the usual value.
 */
export function readSettings(get: (name: string) => unknown): PreviewSettings {
  const number = (name: keyof typeof settingRanges): number => {
    const { least, most, usual } = settingRanges[name];
    const value = get(name);
    if (typeof value !== 'number' || Number.isNaN(value)) return usual;
    return Math.round(Math.min(most, Math.max(least, value)));
  };
  const backend = get('backend');
  return {
    samples: number('samples'),
    draws: number('draws'),
    points: number('points'),
    seed: number('seed'),
    backend: backends.find((name) => name === backend) ?? 'auto',
  };
}
