import { describe, expect, it } from 'vitest';
import {
  copiesLabel,
  groupSize,
  measures,
  nodeSize,
  plateLine,
  plateLines,
} from '../../../webview/plots/graph/modelGraphShapes';
import { graphOf, graphTexts } from '../graphTexts';

const size = measures(13);
const sizeOf = (text: string, name: string) => {
  const node = graphOf(text).nodes.find((one) => one.name === name);
  if (node === undefined) throw new Error(`No ${name}.`);
  return nodeSize(node, size);
};

describe('the size of a node', () => {
  it('is that of a circle for a short name, and wider for a long one', () => {
    const { radius } = size;
    expect(sizeOf(graphTexts.bumps, 'z')).toEqual({
      halfWidth: radius,
      left: radius,
      right: radius,
      above: radius,
      below: radius,
    });
    const { halfWidth, above } = sizeOf(graphTexts.sprinkler, 'sprinkler');
    expect(halfWidth).toBeGreaterThan(radius);
    expect(above).toBe(radius);
  });

  it('has room on the right for an arrow to itself', () => {
    const { left, right } = sizeOf(graphTexts.weather, 'weather');
    expect(right).toBeGreaterThan(left + 15);
  });

  it('has room all round for a plate of copies, and most below for its number', () => {
    const { left, above, below } = sizeOf(graphTexts.decoder, 'z');
    expect(Math.min(left, above)).toBeGreaterThan(size.radius);
    expect(below).toBeGreaterThan(above);
  });
});

it('copies of copies are multiplied', () => {
  const [z] = graphOf('latent z ~ (Normal(0, 1)^2)^3\nobserved x | z ~ Normal(z[1][1], 1)\n').nodes;
  expect(z === undefined ? '' : copiesLabel(z)).toBe('3 × 2');
});

it('a plate says its range, and where its chains start', () => {
  const [plate] = graphOf(graphTexts.weather).plates;
  if (plate === undefined) throw new Error('No plate.');
  expect(plateLines(plate, size).map(({ text, start }) => [text, start?.definition ?? null])).toEqual([
    ['t = 1…7', null],
    ['weather[1]', 0],
  ]);
  const plain = plateLine('z', size).width;
  expect(plateLine('z', size, { name: 'z', shown: 'z', definition: 0 }).width).toBeGreaterThan(plain);
});

describe('a group of parameters', () => {
  const group = (names: readonly string[], kind: 'params' | 'networks' = 'params') =>
    groupSize({ kind, names, users: ['x'] }, size);

  it('stands in one line with commas, in the middle', () => {
    const { names, width } = group(['mu', 'sigma']);
    expect(names.map(({ text, y }) => [text, y])).toEqual([
      ['μ,', 0],
      ['σ', 0],
    ]);
    const [first, last] = names;
    expect(-(first?.x ?? 0)).toBeCloseTo((last?.x ?? 0) + (last?.width ?? 0), 6);
    expect(width).toBeGreaterThan((last?.x ?? 0) - (first?.x ?? 0));
  });

  it('goes on in another line where it would be too wide', () => {
    const { names } = group(['intercept', 'temperature', 'slope']);
    expect(new Set(names.map(({ y }) => y)).size).toBeGreaterThan(1);
    expect(names.reduce((sum, { y }) => sum + y, 0) / names.length).toBeLessThan(size.line);
  });

  it('has a frame around networks', () => {
    expect(group(['f'], 'networks').width).toBeGreaterThan(group(['f']).width);
    expect(group(['f'], 'networks').height).toBeGreaterThan(group(['f']).height);
  });
});
