import { describe, expect, it } from 'vitest';
import { bytesFile } from '../../src/files/bytesFile';
import { dataRows } from '../../src/files/dataRows';
import { readTable } from '../../src/files/table';
import { TrainedWeights } from '../../src/files/trainedWeights';
import { readWeightsFile } from '../../src/files/weightsFile';
import { analyse } from '../../src/language/analyse';
import { model } from '../engine/models';
import { alone } from '../files/tables';
import { f32, safetensorsFile } from '../model/safetensorsFile';
import { changesOf, galleryTexts, hostileNames, nameless, renamed } from '../names';
import { told } from '../preview/told';

/** All that the panel is told of a text, as it reads it. */
function toldOf(text: string): unknown {
  const { analysis, message } = told(text);
  const { structure, numbers, views, statementSpans } = message;
  return { diagnostics: analysis.diagnostics, structure, numbers, views, defined: [...statementSpans.keys()] };
}

describe('a model says the same whatever its names are', () => {
  it.each(galleryTexts)('%s', (_, text) => {
    const usual = toldOf(text);
    for (const names of changesOf(text, hostileNames.keys())) {
      const [other, same] = [toldOf(renamed(text, names)), usual].map((each) => JSON.stringify(nameless(each, names)));
      expect(other).toBe(same);
    }
  });
});

it('data are read from columns of any name, for a variable of any name', async () => {
  const bytes = new TextEncoder().encode(`${hostileNames.join()}\n${hostileNames.map((_, i) => i).join()}\n`);
  const table = await readTable(bytesFile(bytes), '__proto__.csv', new Set(hostileNames), alone);
  const files = new Map([['__proto__.csv', table]]);
  hostileNames.forEach((name, i) => {
    const text = `observed ${name} ~ Normal(0, 1)\ndata ${name} from "__proto__.csv" columns ${name}`;
    const { model: checked, diagnostics } = analyse(text, files);
    expect(diagnostics).toEqual([]);
    expect([...dataRows(checked!, files)]).toEqual([[name, [Float64Array.of(i)]]]);
  });
});

it('labels of any name are categories, in rows and in data', () => {
  const shares = hostileNames.map((name) => `${name}: ${1 / hostileNames.length}`).join();
  const rows = hostileNames.map((name, i) => `${name}: ${i}`).join();
  const data = hostileNames.join();
  const text = `observed k ~ Categorical(${shares})\nobserved x | k ~ Normal(case k { ${rows} }, 1)\ndata k = [${data}]`;
  expect(model(text).data).toMatchObject([{ rows: hostileNames.map((_, i) => [i + 1]) }]);
});

it('weights are read for a network of any name', async () => {
  for (const name of hostileNames) {
    const text = `network ${name}(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(${name}(z), 1)\nweights from "w"`;
    const tensors = Object.fromEntries([
      ['__proto__', f32([1], [0])],
      [`${name}.0.weight`, f32([1, 1], [2])],
      [`${name}.0.bias`, f32([1], [3])],
    ]);
    const bytes = safetensorsFile(tensors);
    const file = await readWeightsFile(bytesFile(bytes), 'w.safetensors', new Set([name]), alone);
    const { layers } = new TrainedWeights().join(analyse(text), file);
    expect([...layers]).toEqual([[`${name}.0`, { kernel: Float32Array.of(2), bias: Float32Array.of(3) }]]);
  }
});

describe('where a word of the language is wanted, a name of an object is none', () => {
  it.each(hostileNames)('%s', (name) => {
    const codes = (text: string) =>
      analyse(text)
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    const observed = 'observed x ~ Normal(0, 1)';
    expect(codes(`${observed}\nfit em(${name} = 1)`)).toEqual(['unknown-option']);
    expect(codes(`${observed}\nfit ${name}`)).toEqual(['unknown-method']);
    expect(codes(`observed x ~ Normal(0, 1, ${name}: 1)`)).toEqual(['unknown-parameter']);
    expect(codes(`observed x ~ ${name}(0, 1)`)).toEqual(['unknown-distribution']);
    expect(codes(`observed x ~ Normal(${name}(0), 1)`)).toEqual(['unknown-function']);
    expect(codes(`observed x ~ Normal(${name}, 1)`)).toEqual(['unknown-name']);
    expect(codes(`param a: ${name} = 1\nobserved x ~ Normal(a, 1)`)).toEqual(['unknown-domain']);
    expect(
      codes(`network f(z) = z -> dense(1, ${name})\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)`),
    ).toEqual(['unknown-activation']);
  });
});
