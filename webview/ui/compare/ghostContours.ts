import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PlaneLayout } from '../../plots/plane/plane';
import type { Plot } from '../../plots/words/pointing';
import type { Picture } from '../scene/pictures';
import type { Scene } from '../scene/scene';
import { place } from '../widgets/place';

/** The shares that the snapshot's contours enclose: fewer than those of the plane itself, which they stand over. */
const shares: readonly number[] = [0.5, 0.95];

/** The contours of the snapshot of a plane, over its heat map; nothing where there is none. */
export function ghostContours(
  kept: Plot | null,
  picture: Picture,
  { pictures, theme }: Scene,
): TemplateResult | typeof nothing {
  if (kept?.kind !== 'plane' || picture.kind !== 'plane') return nothing;
  const { frame, x, y }: PlaneLayout = picture;
  const marks = pictures
    .ghost(kept, x.scale, y.scale, frame, theme.fontSize)
    .filter(({ share }) => shares.includes(share));
  const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
  return html`<svg class="ghost-contours" aria-hidden="true" width=${width} height=${height}
    viewBox=${`${frame.left} ${frame.top} ${width} ${height}`} ${place({ left: frame.left, top: frame.top })}>${marks.map(
      ({ path, share }) => svg`<path class="ghost-halo" d=${path}></path>
      <path class="before" data-role="ghost-contour" data-share=${share} d=${path}></path>`,
    )}</svg>`;
}
