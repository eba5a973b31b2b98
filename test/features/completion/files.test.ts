import { describe, expect, it } from 'vitest';
import { columnDrafts, fileDrafts } from '../../../src/features/completion/files';
import { placeAt } from '../../../src/features/completion/placeAt';
import { accept, complete, item, labels, table, type World } from '../completing';
import { analysed } from '../cursor';

const world: World = {
  files: ['faithful.csv', 'sub/iris.tsv', 'decoder.safetensors', 'three-bumps.lvm'],
  data: new Map([
    ['faithful.csv', table({ kind: ['short', 'long'], eruptions: ['3.6', '1.8'], 'waiting time': ['79', '54'] })],
    ['gone.csv', { kind: 'missing', reason: 'There is no file gone.csv.' }],
  ]),
};

describe('fileDrafts', () => {
  it.each(['data x from "<|>"', 'data x from "<|>', 'data x from "fai<|>thful.csv"', 'data x from <|>'])(
    'are tables at %s',
    (source) => {
      expect(labels(source, world)).toEqual(['faithful.csv', 'sub/iris.tsv']);
    },
  );

  it('are weights behind weights', () => {
    expect(labels('weights from "<|>"', world)).toEqual(['decoder.safetensors']);
  });

  it('bring their quotes where there are none, and replace what stands between them', () => {
    expect(accept('sub/iris.tsv', 'data x from <|>', world)).toBe('data x from "sub/iris.tsv"');
    expect(accept('sub/iris.tsv', 'data x from "old <|>name.csv" columns a', world)).toBe(
      'data x from "sub/iris.tsv" columns a',
    );
    expect(accept('sub/iris.tsv', 'data x from "su<|>', world)).toBe('data x from "sub/iris.tsv');
  });

  it('tell what has been read of them', () => {
    expect(item('faithful.csv', 'data x from "<|>"', world).documentation).toBe(
      '2 rows. Columns: `kind`, `eruptions`, `waiting time`.',
    );
    expect(item('sub/iris.tsv', 'data x from "<|>"', world).documentation).toBe('');
  });
});

describe('columnDrafts', () => {
  const data = 'data x from "faithful.csv" columns ';

  it('are the columns of the file, numbers first, without those listed', () => {
    expect(labels(`${data}<|>`, world)).toEqual(['eruptions', 'waiting time', 'kind']);
    expect(labels(`${data}eruptions, <|>`, world)).toEqual(['waiting time', 'kind']);
    expect(labels(`${data}<|>, "waiting time"`, world)).toEqual(['eruptions', 'kind']);
    expect(labels(`${data}eruptions <|>`, world)).toEqual([]);
  });

  it('are unknown where the file is', () => {
    expect(labels('data x from "gone.csv" columns <|>', world)).toEqual([]);
    expect(labels('data x from "new.csv" columns <|>', world)).toEqual([]);
  });

  it('quote what is no name', () => {
    expect(accept('waiting time', `${data}<|>`, world)).toBe(`${data}"waiting time"`);
    expect(accept('waiting time', `${data}"<|>"`, world)).toBe(`${data}"waiting time"`);
    expect(accept('eruptions', `${data}er<|>`, world)).toBe(`${data}eruptions`);
  });

  it('show their first cells', () => {
    const [first] = complete(`${data}<|>`, world);
    expect(first?.detail).toBe('numbers');
    expect(first?.documentation).toBe('2 rows: `3.6`, `1.8`');
  });
});

describe('a file of very many columns', () => {
  const wide: World = {
    files: ['wide.csv'],
    data: new Map([['wide.csv', table(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`c${i}`, ['1']])))]]),
  };

  it('is described by the first of them, and a list holds no more than anybody looks through', () => {
    const { documentation } = item('wide.csv', 'data x from "<|>"', wide);
    expect(documentation).toMatch(/^1 rows\. Columns: `c0`, .*`c19`, and 4,980 more\.$/);
    expect(labels('data x from "wide.csv" columns <|>', wide).length).toBe(1000);
  });
});

describe('files that could not be read', () => {
  it('say why, and have no columns', () => {
    const { analysis, offset } = analysed('data x from "gone.csv" columns <|>');
    const place = placeAt(analysis, offset)!;
    const data = world.data!;
    expect(fileDrafts(place, { files: ['gone.csv'], data })[0]?.documentation).toBe('There is no file gone.csv.');
    expect(columnDrafts(place, { files: [], data })).toEqual([]);
  });
});
