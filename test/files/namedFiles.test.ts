import { describe, expect, it } from 'vitest';
import { namedFiles } from '../../src/files/namedFiles';
import { parse } from '../../src/language/syntax/parser';

const named = (text: string) => {
  const { tables, weights } = namedFiles(parse(text).tree);
  const plain = (map: ReadonlyMap<string, ReadonlySet<string>>) =>
    Object.fromEntries(Array.from(map, ([path, names]) => [path, [...names]]));
  return { tables: plain(tables), weights: plain(weights) };
};

describe('namedFiles', () => {
  it('finds tables and weights, each once, with the columns and networks that are wanted of them', () => {
    expect(
      named(`
        network mu(z) = z
        data x from "a.csv" columns u
        data y from "b.csv" columns v, "two words"
        data z from "a.csv" columns w, u
        weights from "c.safetensors"
        network sigma(z) = z
      `),
    ).toEqual({
      tables: { 'a.csv': ['u', 'w'], 'b.csv': ['v', 'two words'] },
      weights: { 'c.safetensors': ['mu', 'sigma'] },
    });
  });

  it('finds them in half-typed statements, and none in inline data', () => {
    expect(named('data x from "a.csv" columns')).toEqual({ tables: { 'a.csv': [] }, weights: {} });
    expect(named('data x from')).toEqual({ tables: {}, weights: {} });
    expect(named('data x = [1, 2]\nweights from')).toEqual({ tables: {}, weights: {} });
  });
});
