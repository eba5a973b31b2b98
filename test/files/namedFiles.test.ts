import { describe, expect, it } from 'vitest';
import { namedFiles } from '../../src/files/namedFiles';
import { parse } from '../../src/language/parser';

const named = (text: string) => {
  const { tables, weights } = namedFiles(parse(text).tree);
  return { tables: [...tables], weights: [...weights] };
};

describe('namedFiles', () => {
  it('finds tables and weights, each once', () => {
    expect(
      named(`
        data x from "a.csv" columns u
        data y from "b.csv" columns v, w
        data z from "a.csv" columns w
        weights from "c.safetensors"
      `),
    ).toEqual({ tables: ['a.csv', 'b.csv'], weights: ['c.safetensors'] });
  });

  it('finds them in half-typed statements, and none in inline data', () => {
    expect(named('data x from "a.csv" columns')).toEqual({ tables: ['a.csv'], weights: [] });
    expect(named('data x from')).toEqual({ tables: [], weights: [] });
    expect(named('data x = [1, 2]\nweights from')).toEqual({ tables: [], weights: [] });
  });
});
