import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/language/syntax/diagnostic';
import { applyEdits, expectClean, expectDiagnostics, mark, unmark } from './harness';

describe('unmark', () => {
  it('takes the marks out and gives their spans', () => {
    expect(unmark('latent z ~ «Normla»(0, 1)')).toEqual({
      text: 'latent z ~ Normla(0, 1)',
      spans: [{ start: 11, end: 17 }],
    });
  });

  it('orders nested marks by where they open', () => {
    const { text, spans } = unmark('a«b«c»»«»d');
    expect(text).toBe('abcd');
    expect(spans).toEqual([
      { start: 1, end: 3 },
      { start: 2, end: 3 },
      { start: 3, end: 3 },
    ]);
  });

  it('refuses marks that do not pair up', () => {
    expect(() => unmark('a « b')).toThrow('« without »');
    expect(() => unmark('a » b')).toThrow('» without «');
  });
});

describe('mark', () => {
  it('puts the marks back', () => {
    expect(mark('latent z', [{ start: 7, end: 8 }])).toBe('latent «z»');
    expect(mark('ab', [{ start: 2, end: 2 }])).toBe('ab«»');
  });
});

describe('applyEdits', () => {
  it('replaces from the front, whatever the order given', () => {
    const edits = [
      { span: { start: 3, end: 3 }, text: '!' },
      { span: { start: 0, end: 1 }, text: 'x' },
    ];
    expect(applyEdits('abc', edits)).toBe('xbc!');
  });

  it('refuses overlaps', () => {
    const edits = [
      { span: { start: 0, end: 2 }, text: '' },
      { span: { start: 1, end: 3 }, text: '' },
    ];
    expect(() => applyEdits('abc', edits)).toThrow('overlapping');
  });
});

describe('expectDiagnostics', () => {
  const span = { start: 7, end: 8 };
  const found: Diagnostic = {
    code: 'odd',
    severity: 'error',
    span,
    message: 'Odd.',
    fixes: [{ title: 'Even', edits: [{ span, text: 'y' }] }],
    related: [],
  };
  const diagnose = () => [found];

  it('passes where code, message, span and fix agree', () => {
    expectDiagnostics(diagnose, 'latent «z»', [{ code: 'odd', message: 'Odd.', fixed: 'latent y', fixTitle: 'Even' }]);
  });

  it.each([
    ['latent «z»', { code: 'even', message: 'Odd.' }],
    ['latent «z»', { code: 'odd', message: 'Even.' }],
    ['«latent» z', { code: 'odd', message: 'Odd.' }],
    ['latent «z»', { code: 'odd', message: 'Odd.', severity: 'warning' as const }],
    ['latent «z»', { code: 'odd', message: 'Odd.', fixed: null }],
  ])('fails for %j with %j', (source, expected) => {
    expect(() => expectDiagnostics(diagnose, source, [expected])).toThrow();
  });

  it('fails for a diagnostic too many', () => {
    expect(() => expectClean(diagnose, 'latent z')).toThrow();
  });
});
