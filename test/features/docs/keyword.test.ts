import { describe, expect, it } from 'vitest';
import { keywordMarkdown, keywords } from '../../../src/features/docs/keyword';
import { innerKeywords, type Keyword, statementKeywords } from '../../../src/language/syntax/token';
import { blocks, formMistakes } from './catalogue';

const all: readonly Keyword[] = [...statementKeywords, ...innerKeywords];

describe('the documentation of words', () => {
  it('has every word of the language', () => {
    expect(Object.keys(keywords).sort()).toEqual([...all].sort());
  });

  it.each(all)('of %s has a sound example with the word in it', (word) => {
    const [example] = blocks(keywordMarkdown(word));
    expect(example).toMatch(new RegExp(`\\b${word}\\b`));
    expect(formMistakes(example!)).toEqual([]);
    expect(keywordMarkdown(word).startsWith(`**${word}**: ${keywords[word].detail}`)).toBe(true);
  });
});
