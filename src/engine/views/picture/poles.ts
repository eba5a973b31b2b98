import type { Estimate } from '../../integrate/marginal';
import type { Scene } from './stage';

/**
 * Moves the points of a curve at which the density is infinite by half a step, to where it can be drawn.
 * @returns null where it is finite everywhere
 */
export function withoutPoles(scene: Scene, estimate: Estimate): Scene | null {
  if (scene.kind !== 'curve') return null;
  const { points, target } = scene.task;
  const poles: number[] = [];
  const values = points.values.map((value, i) => {
    if (estimate.density[i] !== Number.POSITIVE_INFINITY) return value;
    poles.push(value);
    const neighbour = points.values[i + 1] ?? points.values[i - 1] ?? value;
    return (value + neighbour) / 2;
  });
  if (poles.length === 0) return null;
  const where = poles.map((pole) => Number(pole.toPrecision(6))).join(', ');
  const notice = `The density of ${target.element.key} is infinite at ${where}; the curve leaves that point out.`;
  return {
    ...scene,
    task: { ...scene.task, points: { ...points, values, even: new Int32Array() } },
    notices: [...scene.notices, notice],
  };
}
