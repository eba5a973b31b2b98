import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { lvm } from './lvm';

const folder = 'media/gallery';
const models = readdirSync(folder)
  .filter((name) => name.endsWith('.lvm'))
  .map((name) => `${folder}/${name}`);

async function answer(args: readonly string[]): Promise<Record<string, unknown>> {
  const { status, output, errors } = await lvm(args);
  expect([status, errors]).toEqual([0, '']);
  return JSON.parse(output.split('\n')[0]!) as Record<string, unknown>;
}

/** The two ways to the probability of what a model was seen to do: as a density at a point, and as the evidence of a posterior. */
describe('a draw of a model in the gallery has one probability', () => {
  it.each(models)('%s', async (file) => {
    const { variables } = analyse(readFileSync(file, 'utf8')).model!.structure;
    const draw = await answer(['sample', file, '-n', '1', '--seed', '2', '--format', 'json']);
    expect(Object.keys(draw).sort()).toEqual(variables.map(({ name }) => name).sort());

    const observed = variables.filter(({ role }) => role === 'observed').map(({ name }) => name);
    const seen = Object.fromEntries(observed.map((name) => [name, draw[name]]));
    const point = observed.length === 1 ? draw[observed[0]!] : observed.map((name) => draw[name]);
    const density = await answer(['density', file, '--of', observed.join(), '--at', JSON.stringify([point])]);
    const [log] = density.logDensity as [number];
    expect(log).toBeGreaterThan(-1000);

    const latent = variables.find(({ role }) => role === 'latent');
    if (latent === undefined) return;
    const of = latent.range === null ? latent.name : `${latent.name}[${latent.range[0]}]`;
    const { logEvidence, logEvidenceError } = await answer([
      'posterior',
      file,
      '--of',
      of,
      '--given',
      JSON.stringify(seen),
    ]);
    const [error] = (density.standardError ?? [0]) as [number];
    const slack = 1e-5 * Math.max(1, Math.abs(log)) + 6 * Math.hypot(error, (logEvidenceError as number | null) ?? 0);
    expect(Math.abs((logEvidence as number) - log)).toBeLessThan(slack);
  });
});
