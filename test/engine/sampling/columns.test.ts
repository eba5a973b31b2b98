import { expect, it } from 'vitest';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { Column } from '../../../src/engine/sampling/columns';

it('is uniforms and normals of the same numbers', () => {
  const column = Column.fromUniforms(Float64Array.of(0.1, 0.5, 0.99));
  expect(column.normal[1]).toBeCloseTo(0, 12);
  column.normal.forEach((s, i) => {
    expect(normalCdf(s)).toBeCloseTo(column.uniform[i]!, 12);
  });
  const back = Column.fromNormals(column.normal);
  back.uniform.forEach((u, i) => {
    expect(u).toBeCloseTo(column.uniform[i]!, 12);
  });
});

it('stays strictly between 0 and 1 at the ends of an integral', () => {
  const { uniform } = Column.fromNormals(Float64Array.of(-60, -10, 10));
  expect(uniform[0]).toBeGreaterThan(0);
  expect(uniform[2]).toBeLessThan(1);
});

it('cuts pieces out', () => {
  const column = Column.fromNormals(Float64Array.of(0, 1, 2, 3));
  expect(Array.from(column.slice(1, 3).normal)).toEqual([1, 2]);
  expect(column.slice(1, 3).length).toBe(2);
});

it('says how far out its normals go, in parts as in the whole', () => {
  const column = Column.fromNormals(Float64Array.of(-1, 3, -42, 0));
  expect(column.furthest).toBe(42);
  expect(column.slice(0, 2).slice(0, 1).furthest).toBeGreaterThanOrEqual(1);
  expect(column.slice(1, 4).furthest).toBe(42);
  expect(Column.fromUniforms(Float64Array.of(0.5, 1e-10)).furthest).toBe(0);
});
