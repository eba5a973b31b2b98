import { expect, it } from 'vitest';
import type { Rule } from '../../src/language/rule';
import type { Expression, Statement } from '../../src/language/tree';
import { RuleVisitor } from '../../src/language/visitor';
import { inspect } from './inspect';

function visits(text: string): string[] {
  const seen: { readonly at: number; readonly text: string }[] = [];
  const check = inspect(text);
  const note = ({ span }: Expression | Statement, _: unknown, { position }: { readonly position: string }) => {
    seen.push({
      at: span.start - 1e-6 * (span.end - span.start),
      text: `${position} ${check.text.slice(span.start, span.end)}`,
    });
  };
  const rule: Rule = {
    code: 'seen',
    statement: {
      View: ({ span }) => seen.push({ at: span.start, text: 'view' }),
      Model: ({ span }) => seen.push({ at: span.start, text: 'model' }),
    },
    expression: { Name: note, Call: note, Number: note, Case: note },
    tree: () => seen.push({ at: Number.POSITIVE_INFINITY, text: 'end' }),
  };
  new RuleVisitor([rule], check, () => {}).run();
  return seen.sort((a, b) => a.at - b.at).map(({ text: what }) => what);
}

it('says where an expression stands', () => {
  expect(visits('latent b ~ Bernoulli(0.5)\nobserved x | b ~ case b { true: Normal(0, 1)^2, false: D }')).toEqual([
    'distribution Bernoulli(0.5)',
    'number 0.5',
    'distribution case b { true: Normal(0, 1)^2, false: D }',
    'number b',
    'distribution Normal(0, 1)',
    'number 0',
    'number 1',
    'distribution D',
    'end',
  ]);
});

it('knows stages, activations and elements of chains', () => {
  expect(visits('network f(z) = z -> dense(2, tanh)')).toEqual(['number z', 'stage dense(2, tanh)', 'number 2', 'end']);
  expect(visits('latent z[1] ~ D\nlet a = z[1]')).toEqual(['distribution D', 'element z', 'number 1', 'end']);
});

it('leaves out what could not be read in full', () => {
  expect(visits('model "a"\nlet a = (1\nview x in [2, 3]')).toEqual(['model', 'view', 'number 2', 'number 3', 'end']);
});
