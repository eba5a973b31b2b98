import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { type Expected, expectDiagnostics } from './harness';

const diagnose = (text: string) => analyse(text).diagnostics;

describe('analyse', () => {
  it('gives a model where nothing is wrong', () => {
    const { diagnostics, model, text, tree } = analyse('observed x ~ Normal(0, 1)');
    expect(diagnostics).toEqual([]);
    expect(model?.structure.variables.map(({ name }) => name)).toEqual(['x']);
    expect(text).toBe('observed x ~ Normal(0, 1)');
    expect(tree.statements.length).toBe(1);
  });

  it('builds the model once', () => {
    const analysis = analyse('observed x ~ Normal(0, 1)');
    expect(analysis.model).toBe(analysis.model);
  });

  it('gives a model in spite of a warning, and none with an error', () => {
    expect(analyse('param s = 1 observed x ~ Normal(0, s)').model).not.toBeNull();
    expect(analyse('param s = -1 observed x ~ Normal(0, s)').model).toBeNull();
  });

  it('says what is wrong in the order of the text, from parser and rules together', () => {
    const codes = analyse('observed x ~ Normla(0, 1)\nlatent z ~\nparam a: foo = 1').diagnostics.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['unknown-distribution', 'expected-distribution', 'unknown-domain']);
  });

  it('has one thing to say of an empty text', () => {
    expect(analyse('').diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['no-observed', 'information'],
    ]);
  });

  it.each<[string, Omit<Expected, 'message'>]>([
    ['latent z «~» ', { code: 'expected-distribution' }],
    ['latent z ~ Normal«(»', { code: 'unclosed-bracket' }],
    ['observed x «|» ~ Normal(0, 1)', { code: 'expected-parent' }],
    ['param w = «[»0.3, 0.5', { code: 'unclosed-bracket' }],
    ['latent z ~ Normal(0,«,»1)', { code: 'expected-argument' }],
    ['latent z ~ Normal(0, 1)\nobserved x | z «Normal»(0,1)', { code: 'missing-tilde' }],
    ['latent z ~ Categorical(a: 0.2 «b»: 0.8)', { code: 'missing-comma' }],
    ['model «"abc»', { code: 'unclosed-string' }],
    ['observed x ~ Normal(0, 1)\nlet a = 2 «*»', { code: 'expected-value' }],
    ['observed x ~ Normal(0, 1)\nnetwork f(z) = z «->» ', { code: 'expected-value' }],
  ])('says one thing of half-typed %s', (source, { code }) => {
    const { diagnostics } = analyse(source.replace(/[«»]/g, ''));
    expect(diagnostics.length).toBe(1);
    expectDiagnostics(diagnose, source, [{ code, message: diagnostics[0]!.message }]);
  });

  it('never lets a broken statement hide what is wrong with another', () => {
    const text = 'latent z ~ Normal(\nobserved x | z ~ Normal(z, -1)\nparam = 3\nlatent k ~ Normla(0, 1)';
    expect(analyse(text).diagnostics.map(({ code }) => code)).toEqual([
      'unclosed-bracket',
      'parameter-domain',
      'expected-name',
      'unknown-distribution',
    ]);
  });
});
