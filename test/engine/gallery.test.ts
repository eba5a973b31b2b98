import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../src/engine/api/choices';
import type { Choice, Preview } from '../../src/engine/api/preview';
import { Program } from '../../src/engine/evaluate/program';
import { Session } from '../../src/engine/service/session';
import { Samples } from '../../src/engine/views/picture/samples';
import { analyse } from '../../src/language/analyse';
import { final, first } from './ask';
import { uniforms } from './families/harness';
import { truths } from './galleryTruths';
import { ask, model } from './models';
import { given } from './plain';

const folder = 'media/gallery';
const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

/** What the panel says of how each is computed, once it has done all that it does. */
const badges: Readonly<Record<string, RegExp>> = {
  'three-bumps.lvm': /^exact · sum over 3 states$/,
  'mixed-families.lvm': /^exact · sum over 3 states$/,
  'logistic-components.lvm': /^exact · sum over 4 states$/,
  'zero-inflated-counts.lvm': /^exact · sum over 2 states$/,
  'thousand-classes.lvm': /^exact · sum over 1,000 states$/,
  'cubic-of-a-uniform.lvm': /^quadrature · [\d,]+ nodes$/,
  'infinite-mixture.lvm': /^quadrature · [\d,]+ nodes$/,
  'infinite-mixture-uniform.lvm': /^quadrature · [\d,]+ nodes$/,
  'two-dimensional-latent.lvm': /^quadrature · [\d,]+ nodes$/,
  'two-moons.lvm': /^quadrature · [\d,]+ nodes$/,
  'probabilistic-pca.lvm': /^exact · Gaussian$/,
  'sprinkler-network.lvm': /^exact · sum over 4 states$/,
  'hidden-markov-weather.lvm': /^exact · sum over 2 states$/,
  'autoregressive-prior.lvm': /^[\d,]+ draws · ±[\d.]+ %$/,
  'diffusion-chain.lvm': /^[\d,]+ draws · ±[\d.]+ %$/,
  'autoregressive-baseline.lvm': /^exact · no latent variable$/,
};
/** Those that are refined for seconds: their first picture is judged instead. */
const slow = new Set(['autoregressive-prior.lvm', 'diffusion-chain.lvm']);

const files = readdirSync(folder).filter((file) => file.endsWith('.lvm'));

function observedChoices(text: string): Choice[] {
  return choicesOf(new Program('', model(text).structure), 'observed');
}

function look(file: string, observed: Choice, points = 256): Preview {
  const request = ask(textOf(file), { observed, points, samples: 0, draws: 16_384 });
  return slow.has(file) ? first(request) : final(request);
}

it('of every model it is known how it is computed', () => {
  expect(Object.keys(badges).sort()).toEqual(files.sort());
});

it.each(files)('%s: nothing to complain about, and the badge that it should have', (file) => {
  const text = textOf(file);
  expect(analyse(text).diagnostics).toEqual([]);
  const preview = look(file, observedChoices(text)[0]!, 64);
  expect(preview.method.badge).toMatch(badges[file]!);
  expect(preview.notices).toEqual([]);
});

/** The most by which a curve's distribution function and that of samples differ. */
function distance(preview: Preview, samples: Float64Array): number {
  const { observed } = preview;
  const sorted = Float64Array.from(samples).sort();
  const below = (x: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return low / sorted.length;
  };
  let most = 0;
  if (observed.kind === 'bars') {
    let total = 0;
    observed.values.forEach((value, i) => {
      total += observed.probability[i]!;
      most = Math.max(most, Math.abs(total - below(value)));
    });
  } else if (observed.kind === 'curve') {
    const { x, density } = observed;
    let total = below(x[0]!);
    for (let i = 1; i < x.length; i++) {
      total += 0.5 * (density[i]! + density[i - 1]!) * (x[i]! - x[i - 1]!);
      most = Math.max(most, Math.abs(total - below(x[i]!)));
    }
  } else throw new Error('A plane has no distribution function.');
  return most;
}

/** The numbers that a choice picks from draws of its variable. */
function drawsOf(text: string, { variable, index, coordinate }: Choice, count: number): Float64Array {
  const { numbers, graph } = given(model(text));
  const element = graph.element(variable, index);
  const setting = { session: new Session(), request: ask(text, { samples: count }), given: numbers, graph };
  const samples = new Samples(setting, [element]);
  while (!samples.complete) samples.more();
  const all = samples.of(element);
  const size = all.length / count;
  return coordinate === null ? all : Float64Array.from({ length: count }, (_, i) => all[i * size + coordinate - 1]!);
}

const drawn = 30_000;
/** Of the supremum distance, exceeded by chance once in two thousand times; and what the curve itself may be wrong by. */
const allowed = (preview: Preview) => 1.95 / Math.sqrt(drawn) + 0.2 * preview.method.relativeError + 1e-3;

describe('samples follow the marginals that are drawn', () => {
  const looks = files.flatMap((file) => {
    const numbers = observedChoices(textOf(file)).filter(({ index, coordinate }, _, all) => {
      const pair = all.some((other) => other.coordinate !== null);
      return (coordinate !== null || !pair) && (index === null || index === 1 || index >= 6);
    });
    return numbers.map((choice) => ({ file, choice, label: choice.label }));
  });
  it.each(looks)('$file, $label', ({ file, choice }) => {
    const preview = look(file, choice);
    expect(distance(preview, drawsOf(textOf(file), choice, drawn))).toBeLessThan(allowed(preview));
  });
});

describe('marginals are what other ways of computing them give', () => {
  it.each(truths)('$file, $label', ({ file, label, density }) => {
    const choice = observedChoices(textOf(file)).find((each) => each.label === label)!;
    const preview = look(file, choice, 96);
    const { observed, method } = preview;
    const close = (values: ArrayLike<number>, expected: readonly number[]) => {
      const peak = Math.max(...expected);
      expected.forEach((value, i) => {
        const tolerance = (method.exact ? 5e-6 : 1e-3 + 4 * method.relativeError) * peak;
        expect(Math.abs(values[i]! - value), `at ${i}: ${values[i]} for ${value}`).toBeLessThan(tolerance);
      });
    };
    if (observed.kind === 'bars') {
      close(
        observed.probability,
        Array.from(observed.values, (x) => density(x, 0)),
      );
    } else if (observed.kind === 'curve') {
      close(
        observed.density,
        Array.from(observed.x, (x) => density(x, 0)),
      );
    } else {
      const places = [...observed.y].flatMap((y, row) =>
        row % 5 === 0
          ? [...observed.x].flatMap((x, column) => (column % 5 === 0 ? [[x, y, row, column] as const] : []))
          : [],
      );
      close(
        places.map(([, , row, column]) => observed.density[row * observed.x.length + column]!),
        places.map(([x, y]) => density(x, y)),
      );
    }
  });

  it('diffusion-chain.lvm, x₁, by walks of this test’s own', () => {
    const [count, steps] = [10_000, 20];
    const u = uniforms(17, 2 * count * (steps + 2));
    let at = 0;
    /** Two independent standard normals, by Box and Muller. */
    const pair = (): [number, number] => {
      const radius = Math.sqrt(-2 * Math.log(u[at++]!));
      const angle = 2 * Math.PI * u[at++]!;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    };
    const ends = Float64Array.from({ length: count }, () => {
      let [a, b] = pair();
      for (let t = 0; t < steps; t++) {
        const pull = 1 + 0.08 * (4 - a * a - b * b);
        const [e, f] = pair();
        [a, b] = [pull * a + 0.1 * e, pull * b + 0.1 * f];
      }
      return a + 0.1 * pair()[0];
    });
    const file = 'diffusion-chain.lvm';
    const choice = observedChoices(textOf(file)).find(({ coordinate }) => coordinate === 1)!;
    const preview = look(file, choice);
    expect(distance(preview, ends)).toBeLessThan(1.95 / Math.sqrt(count) + 0.2 * preview.method.relativeError + 1e-3);
  });
});
