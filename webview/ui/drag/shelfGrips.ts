import { html, nothing, type TemplateResult } from 'lit';
import type { Bars } from '../../../src/engine/api/preview';
import { shareOf, sharesOrReason } from '../../handles/shares';
import { weighed } from '../../handles/weighed';
import type { ShelfLayout } from '../../plots/bars/shelf';
import { significant } from '../../plots/text/format';
import { locksOf } from '../request/locks';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { place } from '../widgets/place';
import { grip, type Standing } from './grip';

/** The grips at the ends of a discrete prior's bars: one is dragged, the rest give or take. */
export function shelfGrips(
  bars: Bars,
  layout: ShelfLayout,
  asked: Asked,
  scene: Scene,
): TemplateResult | typeof nothing {
  const { structure, numbers } = asked.model;
  const shares =
    layout.rows.length === 0 ? null : sharesOrReason(bars.choice, { structure, numbers }, bars.values.length);
  if (shares === null) return nothing;
  if (typeof shares === 'string') return locks(shares, layout);
  const { scale } = layout.x;
  const locked = locksOf(scene.state, asked.model.structureKey);
  const step = Math.abs(scale.invert(1) - scale.invert(0));
  const decimals = Math.min(6, Math.max(2, Math.ceil(-Math.log10(step))));
  const standing = (i: number, present: readonly number[], at: number): Standing => ({
    at,
    up: 0,
    changes: (to) => weighed(shares, { structure, numbers: present }, i, to, decimals, locked),
  });
  const slots = shares.kind === 'simplex' ? shares.literals.map(({ slot }) => slot) : [shares.literal.slot];
  return html`<div class="grips" role="group" aria-label="Probabilities that can be dragged">
    ${layout.rows.map((row, i) => {
      const probability = bars.probability[i] ?? 0;
      return grip(
        {
          id: `share ${row.label}`,
          name: `probability of ${bars.choice.label} = ${row.label}`,
          value: probability,
          text: significant(probability, 4),
          shape: 'bar',
          className: row.className,
          left: row.left + row.width,
          top: row.y + row.height / 2,
          limits: { low: 0, high: 1 },
          slots: shares.kind === 'simplex' ? [slots[i] ?? 0] : slots,
          keyStep: 10 ** -decimals,
          invert: (px) => scale.invert(px),
          // The rest share what is left as they did when the bar was taken, not as the last move rounded them.
          model: asked.model,
          steadyIn: asked.model.structureKey,
          standing: standing(i, numbers, probability),
          standingBy: (wanted) => standing(i, wanted, shareOf(shares, wanted, i)),
        },
        scene,
      );
    })}
  </div>`;
}

/** At the ends of the bars, why none of them can be dragged. */
function locks(reason: string, { rows }: ShelfLayout): TemplateResult {
  return html`<div class="grips" role="group" aria-label="What can be dragged">${rows.map(
    ({ className, left, width, y, height }) =>
      html`<div class=${`grip fixed ${className}`} role="img" tabindex="0" aria-label=${reason} title=${reason}
        data-role="fixed-grip" ${place({ left: left + width, top: y + height / 2 })}></div>`,
  )}</div>`;
}
