import { nothing } from 'lit';
import type { ConditionalPicture } from '../../../src/engine/api/aside';
import type { Preview } from '../../../src/engine/api/preview';
import { colourClass } from '../../plots/axes/colours';
import { type ConditionalSummary, summariseConditional } from '../../plots/overlay/conditional';
import { conditionalPlot } from '../../plots/overlay/conditionalPlot';
import { scaleOf } from '../../plots/scale/scaledPlot';
import { significant } from '../../plots/text/format';
import { indexAt, type Plot, readAt } from '../../plots/words/pointing';
import { asideOf } from '../request/asides';
import { exploredPlace } from '../request/exploredPlace';
import { playConditional } from '../request/playAsides';
import type { Picture } from '../scene/pictures';
import type { Scene } from '../scene/scene';
import type { Asked, State } from '../state/state';

/** p(x | z) where the reader is in the latent space, with what there is to say of it. */
export interface Conditional {
  readonly picture: ConditionalPicture;
  readonly summary: ConditionalSummary;
  /** `z = orange`, `z₁ = 0.3, z₂ = 1.2` */
  readonly at: string;
  /** p(z) at the place: a probability or a density; null where the latent variable that is shown is another. */
  readonly prior: number | null;
  /** The class of the component's colour; `explored` for one that has none. */
  readonly className: string;
}

/** @returns what the engine has answered last; null where the reader is nowhere, or there is no answer: a sample that is played goes first */
export function conditionalOf(preview: Preview, asked: Asked, state: State): Conditional | null {
  if (state.explored === null || playConditional(state) !== null) return null;
  const picture = asideOf('conditional', preview, asked);
  if (picture?.kind !== 'conditional') return null;
  const { prior, observed } = preview;
  const { variable, index } = picture.latent;
  const place = prior === null ? null : exploredPlace(prior, { variable, index, values: picture.values, held: true });
  const said = prior === null || place === null ? null : readAt(prior, place);
  const shown = prior?.kind === 'bars' && place !== null ? prior.values.indexOf(place.x) : -1;
  const own = prior?.kind === 'bars' && prior.choice.coordinate === null ? (prior.probability[shown] ?? null) : null;
  const name = index === null ? variable : `${variable}[${index}]`;
  return {
    picture,
    summary: summariseConditional(observed, picture.density, own),
    at:
      said === null
        ? `${name} = ${picture.values.map((value) => significant(value)).join(', ')}`
        : said.places.map((each) => `${each.name} = ${each.value}`).join(', '),
    prior: prior === null || place === null ? null : densityAt(prior, place),
    className: prior?.kind === 'bars' && prior.coloured && shown >= 0 ? colourClass(shown) : 'explored',
  };
}

/** p(x | z) over the picture of x. @param plot as it is drawn, on whatever scale */
export function conditionalSheet(
  conditional: Conditional | null,
  plot: Plot,
  layout: Picture,
  { pictures, theme }: Scene,
): unknown {
  if (conditional === null) return nothing;
  const { picture, summary, at, className } = conditional;
  const drawn = pictures.conditional(plot, layout, picture.density, scaleOf(plot), summary.factor, picture.below ?? 0);
  const { label } = plot.choice;
  const times = summary.factor === 1 ? '' : ` × ${significant(summary.factor, 2)}`;
  const words = {
    name: `p(${label} | ${at})${times}`,
    className,
    values: picture.values.join(' '),
    peak: summary.peak === null ? '' : `${summary.peak.x} ${summary.peak.y}`,
    factor: summary.factor,
  };
  return conditionalPlot(drawn, words, layout, theme.fontSize);
}

function densityAt(plot: Plot, at: { readonly x: number; readonly y: number }): number | null {
  if (plot.kind === 'bars') return plot.probability[plot.values.indexOf(at.x)] ?? null;
  return plot.density[indexAt(plot, at)] ?? null;
}
