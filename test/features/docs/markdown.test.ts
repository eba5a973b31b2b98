import { describe, expect, it } from 'vitest';
import { bullets, code, lvmBlock, paragraphs } from '../../../src/features/docs/markdown';

describe('markdown', () => {
  it('fences model text', () => {
    expect(lvmBlock('let a = 1')).toBe('```lvm\nlet a = 1\n```');
    expect(lvmBlock('/* ``` */')).toBe('````lvm\n/* ``` */\n````');
  });

  it('marks code, with backquotes in it', () => {
    expect(code('sd')).toBe('`sd`');
    expect(code('a`b')).toBe('`` a`b ``');
  });

  it('leaves empty paragraphs out', () => {
    expect(paragraphs('a', '', 'b')).toBe('a\n\nb');
    expect(bullets(['a', 'b'])).toBe('- a\n- b');
  });
});
