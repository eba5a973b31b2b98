import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allHostile, galleryTexts, hostileNames, nameless, namesIn, renamed } from '../names';
import { lvm, temporaryFolder } from './lvm';

async function said(args: readonly string[], folder: string): Promise<string> {
  const { status, output, errors } = await lvm(args, folder);
  expect([status, errors]).toEqual([0, '']);
  return output;
}

/** What the command line answers about a model: a table of samples, its lines as JSON, a density, and a posterior given a sample. */
async function answers(text: string, observed: string, latent: string): Promise<unknown> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'model.lvm'), text);
  const csv = await said(['sample', 'model.lvm', '-n', '5'], folder);
  const lines = (await said(['sample', 'model.lvm', '-n', '5', '--format', 'json'], folder)).trim().split('\n');
  const draw = new Map(Object.entries(JSON.parse(lines[0]!) as object));
  expect(draw.has(observed)).toBe(true);
  const seen = `{${JSON.stringify(observed)}: ${JSON.stringify(draw.get(observed))}}`;
  const points = JSON.stringify([draw.get(observed)]);
  const density = await said(['density', 'model.lvm', '--of', observed, '--at', points], folder);
  const posterior = await said(['posterior', 'model.lvm', '--of', latent, '--given', seen], folder);
  // The text itself and what it reads as: a name that is lost on the way is in the one and not in the other.
  return [
    csv,
    ...lines,
    density,
    posterior,
    ...[...lines, density, posterior].map((line) => JSON.parse(line) as unknown),
  ];
}

it('the command line answers the same whatever the names are: of what is seen, and of labels', {
  timeout: 120_000,
}, async () => {
  const text = galleryTexts.find(([file]) => file === 'hidden-markov-weather.lvm')![1];
  const [observed, latent] = ['degrees', 'weather[3]'];
  const usual = await answers(text, observed, latent);
  for (const proto of [observed, 'sunny']) {
    const first = hostileNames.indexOf('__proto__') - namesIn(text).indexOf(proto);
    const names = allHostile(text, first);
    expect(names.get(proto)).toBe('__proto__');
    const others = await answers(renamed(text, names), renamed(observed, names), renamed(latent, names));
    expect(nameless(others, names)).toEqual(nameless(usual, names));
  }
});
