import type { Bars, Curve, Plane } from '../../../src/engine/api/preview';
import type { PaintReport } from '../../../src/protocol';
import { type Peak, peakOf } from '../../plots/curve/peak';
import { planePeak } from '../../plots/words/summary';
import { plotOf, type State } from './state';

/**
 * What one paint showed, for the host.
 * @param paintedAt milliseconds since the epoch after the frame was handed over
 */
export function paintReport(state: State, paintedAt: number): PaintReport {
  const plot = plotOf(state);
  const { problem } = state;
  const stale = problem?.kind === 'stale' ? problem.message : null;
  const refusal = problem !== null && problem.kind !== 'stale' ? problem.reason : null;
  const version =
    stale?.version ?? (problem?.kind === 'refusal' ? problem.asked.model.version : plot?.asked.model.version);
  const blank = {
    version: version ?? 0,
    stale: stale !== null,
    refusal,
    paintedAt,
  };
  if (plot === null) {
    return {
      ...blank,
      method: '',
      badge: '',
      backend: '',
      milliseconds: 0,
      reused: false,
      final: true,
      observed: '',
      kind: '',
      components: 0,
      peak: { x: 0, density: 0 },
      notices: [],
    };
  }
  const { preview } = plot;
  const { observed } = preview;
  return {
    ...blank,
    method: preview.method.name,
    badge: preview.method.badge,
    backend: preview.backend,
    milliseconds: preview.milliseconds,
    reused: preview.reused,
    final: preview.final,
    observed: observed.choice.label,
    kind: observed.kind,
    components: observed.kind === 'plane' ? 0 : observed.components.items.length,
    peak: plotPeak(observed),
    notices: [...preview.notices],
  };
}

/** @returns where any plot is highest; for a plane, x is its first coordinate; 0 where there is no such place. */
export function plotPeak(plot: Curve | Bars | Plane): Peak {
  const { x, density } = highest(plot);
  return { x: Number.isNaN(x) ? 0 : x, density };
}

function highest(plot: Curve | Bars | Plane): Peak {
  if (plot.kind === 'curve') return peakOf(plot.x, plot.density);
  if (plot.kind === 'bars') return peakOf(plot.values, plot.probability);
  return planePeak(plot);
}
