import { describe, expect, it } from 'vitest';
import { itemDocumentation } from '../../../src/features/completion';
import { items } from '../../../src/features/completion/item';
import { placeAt } from '../../../src/features/completion/placeAt';
import { definedMarkdown } from '../../../src/features/docs/defined';
import { item } from '../completing';
import { analysed } from '../cursor';

describe('items', () => {
  const { analysis, offset } = analysed('latent z ~ No<|>');
  const place = placeAt(analysis, offset)!;

  it('keep their order within their group, and the groups theirs', () => {
    const draft = (label: string) => ({ label, kind: 'keyword', detail: 'd', documentation: '' }) as const;
    const sorts = [...items(place, 0, [draft('z'), draft('a')]), ...items(place, 1, [draft('b')])].map(
      ({ sort }) => sort,
    );
    expect(sorts).toEqual([...sorts].sort());
    expect(new Set(sorts).size).toBe(3);
    const many = items(
      place,
      0,
      Array.from({ length: 2000 }, (_, i) => draft(`z${i}`)),
    ).map(({ sort }) => sort);
    expect(many).toEqual([...many].sort());
  });

  it('fill in what a draft leaves out', () => {
    expect(items(place, 0, [{ label: 'a', kind: 'label', detail: 'd', documentation: 'm' }])).toEqual([
      {
        label: 'a',
        kind: 'label',
        detail: 'd',
        documentation: 'm',
        name: null,
        insert: 'a',
        snippet: false,
        replace: { start: 11, end: 13 },
        sort: '00000',
        edits: [],
        show: null,
      },
    ]);
  });
});

describe('itemDocumentation', () => {
  it('is that of the name, written when it is asked for', () => {
    const source = 'latent z ~ Normal(0, 1)\nobserved x | <|>';
    const { analysis } = analysed(source);
    const found = item('z', source);
    expect(found.documentation).toBeNull();
    expect(itemDocumentation(analysis, found)).toBe(definedMarkdown(analysis, analysis.symbols.globals.get('z')!));
    expect(itemDocumentation(analysis, { ...found, name: 'gone' })).toBe('');
    expect(itemDocumentation(analysis, { ...found, documentation: 'm' })).toBe('m');
  });
});
