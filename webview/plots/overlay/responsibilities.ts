import type { Bars } from '../../../src/engine/api/preview';
import { componentName } from '../axes/colours';
import { sourceOf } from '../scale/scaledPlot';
import { fixed } from '../text/format';
import { indexAt, type Place, type Plot } from '../words/pointing';
import { sharesAt } from '../words/readOut';

/** p(z | x) where the reader points at the plot of x, for each value of z that has a bar. */
export interface Responsibilities {
  /** In the order of the bars of z. */
  readonly shares: readonly number[];
  /** `p(z | x = 1.55)` */
  readonly name: string;
  /** `orange 0.90, green 0.10`, of numbers `z = 2 0.90`, with the largest first. */
  readonly text: string;
}

/** Whether the components of a plot are told apart by a latent variable that is shown as bars. */
export function tellsOf(observed: Plot, latent: Plot): boolean {
  return (
    observed.kind !== 'plane' &&
    latent.kind === 'bars' &&
    latent.choice.coordinate === null &&
    observed.components.kind === 'categories' &&
    observed.components.of.split(', ').includes(latent.choice.label)
  );
}

/** The few largest are named. */
const named = 3;

/**
 * Which value of a discrete latent variable is how probable at a place of the observed plot; the other variables that tell its components
 * apart are summed out.
 * @param place what the place is called: `1.55`
 * @returns null where the components do not tell, because they are by another variable, or not all there
 */
export function responsibilities(observed: Plot, latent: Bars, at: Place, place: string): Responsibilities | null {
  const plot = sourceOf(observed);
  if (plot.kind === 'plane' || !tellsOf(plot, latent)) return null;
  const { components } = plot;
  const variables = components.of.split(', ');
  const own = variables.indexOf(latent.choice.label);
  const sound = components.items.every(({ values }) => values.length === variables.length);
  if (!sound || components.items.length < components.total) return null;
  const shares = sharesAt(components, plot.kind === 'curve' ? plot.density : plot.probability, indexAt(plot, at));
  if (shares === null) return null;
  const sums = Array.from(latent.values, (value) =>
    components.items.reduce((sum, { values }, i) => sum + (values[own] === value ? (shares[i]?.share ?? 0) : 0), 0),
  );
  const nameOf = (i: number): string => componentName({ label: latent.labels[i] ?? '' }, latent.choice.label);
  const order = sums.map((share, i) => ({ share, name: nameOf(i) })).sort((a, b) => b.share - a.share);
  const top = order.filter(({ share }, i) => i === 0 || share >= 0.005).slice(0, named);
  return {
    shares: sums,
    name: `p(${latent.choice.label} | ${plot.choice.label} = ${place})`,
    text: top.map(({ name, share }) => `${name} ${fixed(share, 2)}`).join(', '),
  };
}
