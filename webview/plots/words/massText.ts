import { percent, rangeText, significant } from '../text/format';
import type { Plot } from './pointing';

/** Shares below this are not worth a word. */
const negligible = 1e-9;
/** Nor are the two sides of less than this. */
const tiny = 0.0005;

/** How much of the mass a picture holds, and how much lies outside, on which side; '' where it is not known. */
export function massText(plot: Plot): string {
  if (!Number.isFinite(plot.massInside)) return '';
  const share = percent(plot.massInside);
  const holds =
    plot.kind === 'curve'
      ? `range ${rangeText(plot.x[0] ?? 0, plot.x[plot.x.length - 1] ?? 0)} holds ${share} of the mass`
      : `the ${plot.kind === 'bars' ? 'values' : 'area'} shown ${plot.kind === 'bars' ? 'hold' : 'holds'} ${share} of the mass`;
  return `${holds}${outsideText(plot)}`;
}

function outsideText(plot: Plot): string {
  const outside = 1 - plot.massInside;
  if (!(outside > negligible)) return '';
  const sides = plot.kind === 'plane' || plot.outside?.exact !== true || outside < tiny ? null : plot.outside;
  const parts =
    sides === null
      ? []
      : [
          { share: sides.below, where: 'below' },
          { share: sides.above, where: 'above' },
        ].filter((side) => side.share > negligible);
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return `; ${smallPercent(outside)} lies ${only.where}`;
  const each = parts.map(({ share, where }) => `${smallPercent(share)} ${where}`).join(' and ');
  return `; ${smallPercent(outside)} lies outside${each === '' ? '' : `, ${each}`}`;
}

/** A share that may be tiny: `0.2 %`, `0.006 %`. */
function smallPercent(share: number): string {
  return share >= tiny ? percent(share) : `${significant(share * 100, 1)} %`;
}
