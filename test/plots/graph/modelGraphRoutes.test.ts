import { describe, expect, it } from 'vitest';
import {
  backwards,
  bowed,
  inside,
  loop,
  rim,
  type Shape,
  straight,
  touches,
  winding,
} from '../../../webview/plots/graph/modelGraphRoutes';

const circle: Shape = { x: 0, y: 0, halfWidth: 10, halfHeight: 10, radius: 10 };
const below: Shape = { ...circle, y: 100 };
const long: Shape = { x: 0, y: 0, halfWidth: 30, halfHeight: 10, radius: 10 };
const box: Shape = { x: 0, y: 0, halfWidth: 30, halfHeight: 10, radius: 0 };

describe('the rim', () => {
  it('of a circle is a radius away, in any direction', () => {
    expect(rim(circle, { x: 30, y: 40 })).toEqual({ x: expect.closeTo(6, 4), y: expect.closeTo(8, 4) });
  });

  it('of a long one is flat above and below, and round at the ends', () => {
    expect(rim(long, { x: 0, y: -50 })).toEqual({ x: 0, y: expect.closeTo(-10, 4) });
    expect(rim(long, { x: 90, y: 0 })).toEqual({ x: expect.closeTo(30, 4), y: 0 });
    expect(inside(long, { x: 29, y: 9 })).toBe(false);
  });

  it('of a box has corners', () => {
    expect(rim(box, { x: 60, y: 20 })).toEqual({ x: expect.closeTo(30, 4), y: expect.closeTo(10, 4) });
    expect(inside(box, { x: 29, y: 9 })).toBe(true);
  });
});

it('a way touches what it goes through, and what it ends in', () => {
  const square = { left: 10, top: 10, right: 20, bottom: 20 };
  expect(touches({ x: 0, y: 0 }, { x: 30, y: 30 }, square)).toBe(true);
  expect(touches({ x: 0, y: 0 }, { x: 12, y: 12 }, square)).toBe(true);
  expect(touches({ x: 0, y: 0 }, { x: 9, y: 9 }, square)).toBe(false);
  expect(touches({ x: 5, y: 0 }, { x: 5, y: 30 }, square)).toBe(false);
  expect(touches({ x: 15, y: 0 }, { x: 15, y: 30 }, square)).toBe(true);
  expect(touches({ x: 0, y: 15 }, { x: 30, y: 40 }, square)).toBe(false);
});

describe('an arrow', () => {
  it('goes straight from rim to rim, its line ending where its head begins', () => {
    expect(straight(circle, below)).toMatchObject({ line: 'M0,10L0,82', head: 'M0,90L-3.5,82L3.5,82Z' });
  });

  it('bows to the side it is told to, and still ends at the rim', () => {
    const [left, right] = [bowed(circle, below, 0.2), bowed(circle, below, -0.2)];
    expect(left?.places[0]?.x).toBeGreaterThan(5);
    expect(right?.places[0]?.x).toBeCloseTo(-(left?.places[0]?.x ?? 0), 6);
    const tip = left?.points.at(-1) ?? { x: 0, y: 0 };
    expect(Math.hypot(tip.x, tip.y - 100)).toBeCloseTo(10, 3);
    expect(bowed(circle, { ...circle, y: 12 }, 0.1)).toBeNull();
  });

  it('winds through the rows: upright in them, turning between them', () => {
    const run = { x: 40, top: 40, bottom: 60 };
    const { line, head } = winding(circle, below, { bottom: 12 }, [run], { top: 88 }, 0);
    expect(line).toBe('M0,10V12C0,26 40,26 40,40V60C40,70 0,70 0,80V82');
    expect(head).toBe('M0,90L-3.5,82L3.5,82Z');
  });

  it('meets a circle lower where it arrives beside its middle', () => {
    const { head } = winding(circle, below, { bottom: 10 }, [], { top: 90 }, 6);
    expect(head.slice(0, 5)).toBe('M6,92');
  });

  it('to itself starts and ends at its right side', () => {
    const { line, head } = loop(circle, 15);
    const [start] = line.slice(1).split('C');
    const [x = 0, y = 0] = (start ?? '').split(',').map(Number);
    expect(Math.hypot(x, y)).toBeCloseTo(10, 0);
    expect(x).toBeGreaterThan(0);
    expect(head.slice(1).split('L')[0]).toBe(`${x},${-y}`);
  });

  it('back goes out to the right and comes in from there', () => {
    expect(backwards(below, circle, 50)).toEqual({ line: 'M10,100C50,100 50,0 18,0', head: 'M10,0L18,-3.5L18,3.5Z' });
  });
});
