import { type FanPicture, fanLevels } from '../../src/engine/api/aside';
import { csvText } from './csv';

/**
 * A chain over time: a line for each element, with the quantiles of its distribution and some joint samples, or with the
 * probability of each of its values.
 */
export function fanCsv({ indices, content }: FanPicture): string {
  const columns =
    content.kind === 'bands'
      ? [
          ...content.quantiles.map((values, i) => ({ name: `quantile_${fanLevels[i]}`, values })),
          ...content.paths.map((values, i) => ({ name: `sample_${i + 1}`, values })),
        ]
      : content.shares.map((values, v) => ({ name: content.labels[v] ?? String(content.values[v]), values }));
  return csvText(
    ['index', ...columns.map(({ name }) => name)],
    indices.map((index, k) => [index, ...columns.map(({ values }) => values[k] ?? null)]),
  );
}
