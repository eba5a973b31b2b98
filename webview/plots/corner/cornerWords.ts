import type { CornerMarginal, CornerPair, CornerPicture } from '../../../src/engine/api/aside';
import { fixed, percent, short } from '../text/format';
import type { TextTable } from '../words/table';

/** A correlation as it is written: two decimals. */
export function correlationText(value: number): string {
  return Number.isNaN(value) ? 'none' : fixed(value, 2);
}

/** What a pair's panel says when it is pointed at. */
export function pairWords({ marginals }: CornerPicture, pair: CornerPair): string {
  const [up, across] = [marginals[pair.up]?.choice.label ?? '', marginals[pair.across]?.choice.label ?? ''];
  return `${up} against ${across}: correlation ${correlationText(pair.correlation)}, ${pair.badge}`;
}

/** What a panel of the diagonal says when it is pointed at. */
export function singleWords({ choice, method }: CornerMarginal): string {
  return `${choice.label} by itself: ${method.badge}. Open its density`;
}

/** How the pairs are known: one sentence for a line under the plot. */
export function cornerMethod({ pairs }: CornerPicture): string {
  const badges = [...new Set(pairs.map(({ badge }) => badge))];
  if (badges.length === 1) return `pairs: ${badges[0]}`;
  const sampled = pairs.filter(({ known }) => known === 'samples');
  const worst = Math.max(
    ...pairs.filter(({ known }) => known === 'density').map(({ relativeError }) => relativeError),
    0,
  );
  const error = worst > 0 ? `, to ${percent(worst)} of their peaks` : '';
  const first = sampled[0];
  if (first === undefined) return `pairs: densities${error}`;
  if (sampled.length === pairs.length) return `pairs: ${first.badge}`;
  return `pairs: ${pairs.length - sampled.length} densities${error}; ${sampled.length} from ${first.badge}`;
}

/** The plot in words: what is in it, and how the pairs go together. */
export function describeCorner(picture: CornerPicture): string {
  const { marginals, pairs } = picture;
  const names = marginals.map(({ choice }) => choice.label).join(', ');
  const together = pairs.map((pair) => {
    const [up, across] = [marginals[pair.up]?.choice.label ?? '', marginals[pair.across]?.choice.label ?? ''];
    return `${across} and ${up} ${correlationText(pair.correlation)}`;
  });
  return `Corner plot of ${names}: each by itself on the diagonal, each pair below it. Correlations in ${short(picture.samples, 6)} samples: ${together.join('; ')}.`;
}

/** The numbers of the plot: of every marginal its peak, of every pair its correlation. */
export function cornerTable({ marginals, pairs, samples }: CornerPicture): TextTable {
  const singles = marginals.map(({ choice, x, labels, density, kind, method }) => {
    let peak = 0;
    density.forEach((value, i) => {
      if (value > (density[peak] ?? 0)) peak = i;
    });
    const at = kind === 'bars' ? (labels?.[peak] ?? '') : short(x[peak] ?? 0, 4);
    return [
      choice.label,
      `peak at ${at}, ${kind === 'bars' ? 'probability' : 'density'} ${short(density[peak] ?? 0, 4)}`,
      '',
      method.badge,
    ];
  });
  const doubles = pairs.map((pair) => {
    const [up, across] = [marginals[pair.up]?.choice.label ?? '', marginals[pair.across]?.choice.label ?? ''];
    let peak = 0;
    pair.density.forEach((value, i) => {
      if (value > (pair.density[peak] ?? 0)) peak = i;
    });
    const x = pair.x[peak % pair.x.length] ?? 0;
    const y = pair.y[Math.floor(peak / pair.x.length)] ?? 0;
    const place = (value: number, at: number): string => {
      const marginal = marginals[at];
      if (marginal === undefined || marginal.labels === null) return short(value, 3);
      return marginal.labels[marginal.x.indexOf(value)] ?? short(value, 3);
    };
    return [
      `${across}, ${up}`,
      `peak near (${place(x, pair.across)}, ${place(y, pair.up)})`,
      correlationText(pair.correlation),
      pair.badge,
    ];
  });
  return {
    head: ['of', 'peak', 'correlation', 'known by'],
    rows: [...singles, ...doubles],
    note: `Correlations are counted in ${short(samples, 6)} samples.`,
  };
}
