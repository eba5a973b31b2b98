import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/features/docs/dense';
import { accept, item, labels } from '../completing';

describe('activationDrafts', () => {
  it.each([
    'network f(z) = z -> dense(16, <|>',
    'network f(z) = z -> dense(16, <|>) -> dense(1)',
    'network f(z) = z -> dense(16, ta<|>nh)',
    'network f(z) = z -> dense(16, activation: <|>)',
  ])('are all offered at %s', (source) => {
    expect(labels(source)).toEqual(activationNames);
  });

  it('say what they compute', () => {
    const { detail, documentation } = item('softplus', 'network f(z) = z -> dense(1, <|>');
    expect(detail).toBe('log(1 + eᵃ)');
    expect(documentation).toContain('Smooth and positive');
  });
});

describe('stages', () => {
  it('are layers', () => {
    expect(labels('network f(z) = z -> <|>')).toEqual(['dense', 'dense(1)']);
    expect(labels('network f(z) = z -> dense(16, tanh) -> d<|>')).toEqual(['dense', 'dense(1)']);
    expect(labels('network f(z) = z -> dense(16, tanh) <|>')).toEqual([]);
  });

  it('keep the brackets that are there', () => {
    expect(accept('dense', 'network f(z) = z -> <|>')).toBe('network f(z) = z -> dense(16, tanh)');
    expect(accept('dense', 'network f(z) = z -> <|>(8)')).toBe('network f(z) = z -> dense(8)');
    expect(accept('dense(1)', 'network f(z) = z -> <|>')).toBe('network f(z) = z -> dense(1)');
  });
});
