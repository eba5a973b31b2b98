import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PlayMarks } from '../../plots/overlay/playMarks';
import type { Plot } from '../../plots/words/pointing';
import { asideOf } from '../request/asides';
import { componentOf, playConditional } from '../request/playAsides';
import { rowsOf, valuesIn } from '../request/playRows';
import type { Picture } from '../scene/pictures';
import type { Scene } from '../scene/scene';
import { playedRow } from '../state/play';
import { type Asked, plotOf } from '../state/state';
import { fall } from '../widgets/fall';
import { motionLength } from '../widgets/motion';

/** The draws over the observed variable's plot: what they are drawn from, the newest as it falls, and the histogram of all so far. */
export function playSheet(plot: Plot, picture: Picture, asked: Asked, scene: Scene): TemplateResult | typeof nothing {
  const { state, pictures } = scene;
  const { play, picked } = state;
  const rows = rowsOf(state);
  const row = playedRow(play) ?? (play.mode === 'off' ? picked : null);
  if (rows === null || row === null) return nothing;
  const playing = play.mode !== 'off';
  const draws = pictures.draws(rows, plot, playing ? 0 : row, playing ? play.draws : row + 1);
  const known = !playing || play.stage !== 'latent';
  const lit =
    known && plot.kind !== 'plane' ? componentOf(plot.components, (element) => valuesIn(rows, element, row)) : null;
  const conditional = known ? conditionalOf(asked, scene) : null;
  const falls = !playing || play.stage === 'observed';
  const marks = pictures.played(plot, picture, draws, falls, playing, lit?.label ?? null, conditional);
  const { width, height } = picture.size;
  return html`<svg class="plot play-marks" data-role="played" data-draws=${play.draws} data-stage=${play.stage ?? nothing}
    width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${marksOf(marks, row, scene)}</svg>`;
}

function marksOf(marks: PlayMarks, row: number, { state }: Scene): unknown {
  const { histogram, counts, lit, conditional, dot, dots } = marks;
  return svg`
    ${lit === null ? nothing : svg`<path class=${`area lit ${lit.className}`} d=${lit.area}></path>`}
    <path class="play-histogram" data-role="play-histogram" data-counts=${counts.join()} d=${histogram}></path>
    ${dots.map(({ x, y }) => svg`<circle class="play-dot" cx=${x} cy=${y} r="2"></circle>`)}
    ${
      lit === null
        ? nothing
        : svg`<path class=${`component lit ${lit.className}`} data-role="play-lit" d=${lit.line}></path>`
    }
    ${conditional === '' ? nothing : svg`<path class="component lit cx" data-role="play-conditional" d=${conditional}></path>`}
    ${
      dot === null
        ? nothing
        : svg`<circle class="play-newest" data-role="play-newest" cx=${dot.x} cy=${dot.y} r="5"
            ${fall({ draw: row, height: dot.y - dot.from, duration: motionLength(state) })}></circle>`
    }`;
}

/** p(x | z) where the answer is of the z that is shown. */
function conditionalOf(asked: Asked, { state }: Scene): Float64Array | null {
  const wanted = playConditional(state);
  const shown = plotOf(state);
  if (wanted === null || shown === null) return null;
  const answer = asideOf('conditional', shown.preview, asked);
  return answer?.kind === 'conditional' && answer.values.join() === wanted.values.join() ? answer.density : null;
}
