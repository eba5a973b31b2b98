import { describe, expect, it } from 'vitest';
import { placeAt } from '../../../src/features/completion/placeAt';
import { chainIndices, loopDrafts } from '../../../src/features/completion/targets';
import { accept, labels } from '../completing';
import { analysed } from '../cursor';

const model = `latent z ~ Normal(0, 1)
observed x | z ~ Normal(z, 1)
observed y | z ~ Normal(z, 2)
`;

describe('dataTargets', () => {
  it('are the observed variables without data', () => {
    expect(labels(`${model}data <|>`)).toEqual(['x', 'y']);
    expect(labels(`${model}data x = [1]\ndata <|>`)).toEqual(['y']);
    expect(labels(`${model}data x = [1]\ndata y = [1]\ndata <|>`)).toEqual(['x', 'y']);
  });
});

describe('viewTargets', () => {
  it('are all variables, observed ones first', () => {
    expect(labels(`${model}view <|>`)).toEqual(['x', 'y', 'z']);
  });
});

describe('loopDrafts', () => {
  it('are the index of the head, or t', () => {
    expect(labels('latent z[i] ~ Normal(0, 1) for <|>')).toEqual(['i']);
    expect(labels('latent z ~ Normal(0, 1) for <|>')).toEqual(['t']);
  });
});

describe('chainIndices', () => {
  it('are the index of the chain in its heads', () => {
    expect(labels('latent z[<|>] ~ Normal(0, 1) for t in 1..9')).toEqual(['t']);
    expect(labels('latent z[t] | z[<|>] ~ Normal(0, 1) for t in 1..9')).toEqual(['t']);
    expect(labels('latent z[<|>] ~ Normal(0, 1)')).toEqual([]);
  });
});

describe('wordDraft', () => {
  it.each([
    ['for', 'latent z[i] ~ Normal(0, 1) <|>', 'latent z[i] ~ Normal(0, 1) for i in 1..20'],
    ['for', 'latent z ~ Normal(0, 1) fo<|>', 'latent z ~ Normal(0, 1) for t in 1..20'],
    ['in', 'latent z[t] ~ Normal(0, 1) for t <|>', 'latent z[t] ~ Normal(0, 1) for t in 1..20'],
    ['in', 'latent z[t] ~ Normal(0, 1) for t <|> 1..3', 'latent z[t] ~ Normal(0, 1) for t in 1..3'],
    ['in', 'view x <|>', 'view x in [-5, 5]'],
    ['from', 'data x <|>', 'data x from ""'],
    ['from', 'weights <|>', 'weights from ""'],
    ['columns', 'data x from "a.csv" <|>', 'data x from "a.csv" columns '],
  ])('goes on with %s at %s', (word, source, expected) => {
    expect(labels(source)).toEqual([word]);
    expect(accept(word, source)).toBe(expected);
  });

  it('is not offered twice', () => {
    expect(labels('weights from "a.safetensors" <|>')).toEqual([]);
    expect(labels('latent z[t] ~ Normal(0, 1) for t in 1..3 <|>')).toEqual([]);
  });
});

describe('the index of a statement', () => {
  it('is documented where the analysis knows it', () => {
    const { analysis, offset } = analysed('latent z[<|>] ~ Normal(0, 1) for t in 1..9');
    const place = placeAt(analysis, offset)!;
    expect(chainIndices(analysis, place)).toEqual([
      {
        label: 't',
        kind: 'index',
        detail: 'index: integer, 1…9',
        documentation: '**t**: index: integer, 1…9\n\nRuns over the range behind `for`, its ends included.',
        name: 't',
        insert: 't',
      },
    ]);
    expect(loopDrafts(analysis, { ...place, index: 'i' })).toEqual([
      { label: 'i', kind: 'index', detail: 'index', documentation: '' },
    ]);
  });
});
