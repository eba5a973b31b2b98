import { expect, it } from 'vitest';
import { choicesOf } from '../../src/engine/api/choices';
import type { PreviewQuery } from '../../src/engine/api/preview';
import { Program } from '../../src/engine/evaluate/program';
import { dotText } from '../../webview/export/dot';
import { mermaidText } from '../../webview/export/mermaid';
import { plotCsv } from '../../webview/export/plotCsv';
import { rowsCsv } from '../../webview/export/rowsCsv';
import { wholeGraph } from '../../webview/plots/graph/modelGraph';
import { changesOf, galleryTexts, nameless, renamed } from '../names';
import { first } from './ask';
import { ask, model } from './models';

/** Whose posteriors take seconds. */
const slowFiles: ReadonlySet<string> = new Set(['autoregressive-prior.lvm', 'diffusion-chain.lvm']);

/** What is asked of a model beside its two pictures: all that the panel can ask at once, but for what takes some of them seconds. */
function query(text: string, slow: boolean): Partial<PreviewQuery> {
  const { structure } = model(text);
  const program = new Program('', structure);
  const latent = choicesOf(program, 'latent');
  const all = [...choicesOf(program, 'observed'), ...latent];
  const numbers = all.filter(
    ({ coordinate }, _, of) => coordinate !== null || !of.some((one) => one.coordinate !== null),
  );
  const chain = structure.variables.find(({ range }) => range !== null);
  const given = structure.variables.find(({ role }) => role === 'observed')!;
  return {
    points: 24,
    draws: 256,
    samples: 64,
    evidence: slow
      ? []
      : [
          {
            variable: given.name,
            index: given.range?.[0] ?? null,
            values: Array.from({ length: given.type.shape[0] ?? 1 }, () => 1),
          },
        ],
    asides: [
      { kind: 'rows', count: 16, laws: true },
      { kind: 'distribution' },
      ...(latent[0] === undefined || slow ? [] : [{ kind: 'conditional' as const, latent: latent[0], values: [null] }]),
      ...(chain === undefined
        ? []
        : [{ kind: 'fan' as const, variable: chain.name, coordinate: chain.type.shape.length === 0 ? null : 1 }]),
      ...(numbers.length < 2 ? [] : [{ kind: 'corner' as const, choices: numbers.slice(0, 2) }]),
    ],
  };
}

/** All that is drawn of a model, and exported. */
function drawn(text: string, slow: boolean): unknown {
  const { milliseconds: _, generation: __, reused: ___, ...preview } = first(ask(text, query(text, slow)));
  const graph = wholeGraph(model(text).structure);
  const rows = preview.asides.find((aside) => aside?.kind === 'rows');
  return {
    preview,
    csv: plotCsv(preview.observed),
    rows: rows?.kind === 'rows' ? rowsCsv(rows) : null,
    dot: dotText(graph, '', null),
    mermaid: mermaidText(graph, '', null),
  };
}

it.each(galleryTexts.map(([file, text], at) => [file, text, at] as const))(
  '%s: has the same pictures and exports, number by number, whatever its names are',
  { timeout: 1_200_000 },
  (file, text, at) => {
    const slow = slowFiles.has(file);
    const usual = drawn(text, slow);
    for (const names of changesOf(text, [5 * at]))
      expect(nameless(drawn(renamed(text, names), slow), names)).toEqual(nameless(usual, names));
  },
);
