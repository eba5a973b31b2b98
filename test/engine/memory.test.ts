import { readdirSync, readFileSync } from 'node:fs';
import { backend, memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../src/engine/api/choices';
import { Program } from '../../src/engine/evaluate/program';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';
import { analyse } from '../../src/language/analyse';
import type { Model } from '../../src/model/model';
import { useBackend } from './backends';
import { requestFor } from './build';
import { uniforms } from './families/harness';
import './plain';

const texts = ['test/cases/models', 'media/gallery'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.lvm'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
);

/** What is held: by the library, and by the backend of it that computes. */
const held = () => [
  memory().numTensors,
  memory().numBytes,
  (backend() as unknown as { numDataIds(): number }).numDataIds(),
];

/** Draws a whole number below n. */
type Pick = (n: number) => number;

function picker(seed: number): Pick {
  const numbers = uniforms(seed, 40_000);
  let at = 0;
  return (n) => Math.floor(n * numbers[at++ % numbers.length]!);
}

/** The text with one of its numbers typed anew; whole numbers stay whole, as steps of a chain and lengths are. */
function edited(text: string, pick: Pick): string {
  const numbers = [...text.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w]|\.\d)/g)];
  const { index, 0: old } = numbers[pick(numbers.length)]!;
  const factor = [0, 0.5, 0.9, 1.1, 1.5][pick(5)]!;
  const value = old.includes('.') ? Number(old) * factor : Number(old) + pick(3) - 1;
  return `${text.slice(0, index)}${value}${text.slice(index + old.length)}`;
}

/** Draws a model as the panel would ask for it, and stops after some steps, as when the next edit overtakes it. */
function draw(session: Session, model: Model, pick: Pick): 'drawn' | 'refused' | 'overtaken' {
  const program = new Program('', model.structure);
  const [observed, latents] = [choicesOf(program, 'observed'), choicesOf(program, 'latent')];
  const request = {
    ...requestFor(model, {
      observed: observed[pick(observed.length)] ?? null,
      latent: latents[pick(latents.length)] ?? null,
      points: 16,
      samples: 32,
      draws: 32,
      seed: pick(3),
    }),
    structureKey: model.structureKey,
    views: model.views,
  };
  // Now and then a number is one that no check of the text can see, as on the way of a drag.
  const numbers = [...request.numbers];
  if (numbers.length > 0 && pick(12) === 0)
    numbers[pick(numbers.length)] = [Number.NaN, -1, Number.POSITIVE_INFINITY][pick(3)]!;
  const patience = 1 + pick(8);
  let steps = 0;
  for (const answer of previewModel(session, { ...request, numbers }, 'cpu', () => 0)) {
    if (answer?.kind === 'refusal') return 'refused';
    if (answer?.kind === 'preview' && answer.final) return 'drawn';
    if (++steps >= patience) break;
  }
  return 'overtaken';
}

const edits = 250;

/** Four lives of a panel on either. */
const lives = (['cpu', 'wasm'] as const).flatMap((name) => [21, 22, 23, 24].map((seed) => ({ name, seed })));

describe.each(lives)('on $name, after many edits of random models, from seed $seed', ({ name, seed }) => {
  it('as many tensors are held as after the first', async () => {
    await useBackend(name);
    const pick = picker(seed);
    const session = new Session();
    const counts = { drawn: 0, refused: 0, overtaken: 0, wrong: 0 };
    let text = texts[0]!;
    let after: number[] | null = null;
    for (let i = 0; i < edits; i++) {
      // Now and then another model is opened; a text that has gone far astray is given up.
      if (i % 8 === 0) text = texts[pick(texts.length)]!;
      else text = edited(text, pick);
      const { model } = analyse(text);
      if (model === null) {
        counts.wrong++;
        text = texts[pick(texts.length)]!;
        continue;
      }
      counts[draw(session, model, pick)]++;
      after ??= held();
    }
    expect(held()).toEqual(after);
    expect(memory().numTensors).toBe(0);
    // That the edits did what edits do.
    expect(Math.min(counts.drawn, counts.overtaken, counts.wrong)).toBeGreaterThan(edits / 15);
    expect(counts.refused).toBeGreaterThan(0);
  });
});
