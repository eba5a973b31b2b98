import type { PreviewSettings } from '../protocol';

/** Smallest, largest and usual value of each number; the same as in package.json. */
export const settingRanges = {
  samples: { least: 0, most: 1_000_000, usual: 2000 },
  draws: { least: 16, most: 1_048_576, usual: 4096 },
  points: { least: 16, most: 8192, usual: 512 },
  seed: { least: 0, most: 0xffff_ffff, usual: 0 },
  mass: { least: 0.5, most: 0.999999, usual: 0.998 },
} as const;

export const backends = ['auto', 'cpu', 'wasm'] as const;

export const animations = ['auto', 'on', 'off'] as const;

/**
 * The settings of `lvm.preview`. A settings file is text that anyone can write anything into: numbers are rounded, all
 * but the share of the mass, and brought into their range, and what is no number is the usual value.
 */
export function readSettings(get: (name: string) => unknown): PreviewSettings {
  const number = (name: keyof typeof settingRanges): number => {
    const { least, most, usual } = settingRanges[name];
    const value = get(name);
    if (typeof value !== 'number' || Number.isNaN(value)) return usual;
    const inRange = Math.min(most, Math.max(least, value));
    return name === 'mass' ? inRange : Math.round(inRange);
  };
  const backend = get('backend');
  const animation = get('animation');
  return {
    samples: number('samples'),
    draws: number('draws'),
    points: number('points'),
    seed: number('seed'),
    mass: number('mass'),
    backend: backends.find((name) => name === backend) ?? 'auto',
    animation: animations.find((name) => name === animation) ?? 'auto',
  };
}
