import type { Distribution } from '../../../model/model';
import type { Curve } from '../../api/preview';
import { thousands } from '../../api/thousands';
import type { Estimate } from '../../integrate/marginal';
import { areaUnder } from './mass';
import type { Setting } from './setting';
import type { Scene } from './stage';

/** Sentences for the user about what the picture does not say by itself. */
export function noticesOf(
  { given, request }: Setting,
  scene: Scene,
  estimate: Estimate,
  prior: Scene | null,
): string[] {
  const { plan, groups, target } = scene.task;
  const notices = [...scene.notices, ...(prior?.notices ?? [])];
  const who = target.element.key;
  if (plan.table.truncated.length > 0) {
    notices.push(
      `The values of ${plan.table.truncated.join(', ')} have no end: those with a probability below 1e-10 in all are left out.`,
    );
  }
  const empty = groups.shown.filter((_, slot) => estimate.weights[slot] === 0).length;
  if (empty > 0) {
    notices.push(`${empty === 1 ? 'One component has' : `${empty} components have`} zero weight and cannot be seen.`);
  }
  if (groups.total > groups.shown.length) {
    notices.push(
      `Of the ${thousands(groups.total)} components the ${groups.shown.length} heaviest are drawn; the marginal is the sum of all.`,
    );
  }
  const { values } = scene.task.points;
  if (scene.kind === 'bars' && values.length > 1 && values[1]! - values[0]! > 1) {
    notices.push(
      `${who} takes more values than bars can show: one of every ${(values[1]! - values[0]!).toLocaleString('en')} is drawn, with its own probability.`,
    );
  }
  if (scene.kind === 'curve' && mayBePoint(target.element.distribution)) {
    notices.push(
      `${who} takes single values with a probability of their own (Dirac): they are drawn as narrow peaks whose area is that probability.`,
    );
  }
  for (const [sentence, share] of given.faults) {
    notices.push(`For up to ${Number((100 * share).toPrecision(2))} % of the draws: ${sentence} They are left out.`);
  }
  if (request.query.backend === 'webgl') {
    notices.push('The WebGL backend is not part of the preview: the plain backend computes.');
  }
  return notices;
}

function mayBePoint(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'family':
      return distribution.family === 'Dirac';
    case 'copies':
      return mayBePoint(distribution.base);
    case 'table':
      return (
        distribution.rows.some((row) => mayBePoint(row.value)) ||
        (distribution.otherwise !== null && mayBePoint(distribution.otherwise))
      );
  }
}

/** Samples below which a missing share may be chance. */
const enough = 500;

/** A sentence where the curve misses what the samples show: peaks between its points. */
export function missingMass(curve: Curve, samples: number): string | null {
  if (samples < enough) return null;
  const area = areaUnder(curve.x, curve.density);
  if (!Number.isFinite(area) || Math.abs(area - curve.massInside) < 0.1) return null;
  return `The curve of ${curve.choice.label} has an area of ${area.toPrecision(2)} where the samples say ${curve.massInside.toPrecision(2)}: it has peaks narrower than the distance of its points. State a smaller range with view.`;
}
