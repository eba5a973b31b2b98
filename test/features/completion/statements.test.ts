import { describe, expect, it } from 'vitest';
import { statements } from '../../../src/features/completion/statements';
import { statementKeywords } from '../../../src/language/syntax/token';
import { accept, expand, item, labels, ofKind } from '../completing';

describe('statements', () => {
  it('are offered in an empty text, at the start of a line, and behind a whole statement', () => {
    expect(labels('<|>')).toEqual([...statementKeywords]);
    expect(labels('latent z ~ Normal(0, 1)\n  obs<|>')).toEqual([...statementKeywords, 'for']);
    expect(labels('latent z ~ Normal(0, 1) <|>')).toEqual(['for']);
  });

  it('come after what the statement before still needs', () => {
    expect(labels('latent z ~\n<|>').slice(0, 1)).toEqual(['Normal']);
    expect(labels('latent z ~\n<|>').slice(-10)).toEqual([...statementKeywords]);
  });

  it('are offered inside an open bracket only at the margin', () => {
    expect(ofKind('keyword', 'latent z ~ Normal(0,\n<|>')).toEqual(['case', ...statementKeywords]);
    expect(ofKind('keyword', 'latent z ~ Normal(0,\n  <|>')).toEqual(['case']);
  });

  it('have a body on an empty line, and are the bare word in front of other text', () => {
    expect(accept('latent', 'lat<|>')).toBe('latent z ~ ');
    expect(accept('network', '<|>')).toBe('network f(z) = z -> dense(16, tanh) -> dense(1)');
    expect(accept('latent', 'lat<|> q ~ Normal(0, 1)')).toBe('latent q ~ Normal(0, 1)');
    expect(item('latent', '<|>').show).toBe('completion');
    expect(item('param', '<|>').show).toBeNull();
  });

  it('offer no second title', () => {
    expect(labels('model "a"\n<|>')).toEqual(statementKeywords.slice(1));
  });

  it('say what they are for', () => {
    const { detail, documentation } = item('weights', '<|>');
    expect(detail).toBe('trained weights of the networks');
    expect(documentation).toContain('weights from "decoder.safetensors"');
  });

  it('have snippets whose stops can all be read', () => {
    const place = { next: '' } as Parameters<typeof statements>[0];
    for (const { snippet } of statements(place, false)) expect(expand(snippet ?? '$')).not.toContain('$');
  });
});
