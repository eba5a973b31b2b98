import { describe, expect, it } from 'vitest';
import type { Zoom } from '../../../../src/engine/api/preview';
import { Session } from '../../../../src/engine/service/session';
import { stage } from '../../../../src/engine/views/picture/stage';
import { ask, choice, model } from '../../models';
import { given } from '../../plain';

function scene(text: string, coordinate: number | null = null, components = true, zoom: Zoom | null = null) {
  const { numbers, graph } = given(model(text));
  const setting = { session: new Session(), request: ask(text, { points: 64 }), given: numbers, graph };
  const size = graph.element('x', null).variable.type.shape.reduce((a, b) => a * b, 1);
  const draws = Float64Array.from({ length: 1000 * size }, (_, i) => (i % 7) / 3);
  return stage(setting, choice('x', coordinate), draws, components, zoom);
}

describe('a scene', () => {
  it.each<[string, number | null, string, number]>([
    ['observed x ~ Normal(0, 1)', null, 'curve', 64],
    ['observed x ~ Bernoulli(0.5)', null, 'bars', 2],
    ['observed x ~ Normal(0, 1)^2', null, 'plane', 64 * 64],
    ['observed x ~ Normal(0, 1)^2', 1, 'curve', 64],
    ['observed x ~ Normal(0, 1)^3', 3, 'curve', 64],
    ['observed x ~ Bernoulli(0.5)^2', 2, 'bars', 2],
  ])('of %s, coordinate %s, is a %s', (text, coordinate, kind, count) => {
    const made = scene(text, coordinate);
    expect(made.kind).toBe(kind);
    expect(made.task.points.count).toBe(count);
  });

  it('has components only where they are wanted and can be drawn', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(k, 1)';
    expect(scene(text).task.groups.total).toBe(2);
    expect(scene(text, null, false).task.groups.total).toBe(0);
    expect(scene(text.replace('Normal(k, 1)', 'Normal([k, 0], 1)')).components).toBe(false);
  });

  it('of names is shown whole, whatever range is looked at', () => {
    const zoom = { x: { low: 1.2, high: 2.3 }, y: null };
    const bars = (text: string) => [...scene(text, null, true, zoom).task.points.values];
    expect(bars('observed x ~ Categorical([0.2, 0.3, 0.5])')).toEqual([1, 2, 3]);
    expect(bars('observed x ~ Bernoulli(0.5)')).toEqual([0, 1]);
    expect(bars('observed x ~ Binomial(3, 0.5)')).toEqual([2]);
  });

  it('takes the view of each coordinate of a plane', () => {
    const { grid } = scene('observed x ~ Normal(0, 1)^2\nview x[2] in [-7, 9]').task.points;
    expect([grid!.y[0], grid!.y.at(-1)]).toEqual([-7, 9]);
    expect(grid!.x[0]).toBeGreaterThan(-7);
  });
});
