import { expect, it } from 'vitest';
import type { Rule } from '../../../src/language/check/rule';
import { RuleVisitor } from '../../../src/language/check/visitor';
import type { Expression, Statement } from '../../../src/language/syntax/tree';
import { inspect } from '../inspect';

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

it('visits every statement of a text of any length once, each rule in the order of the text', () => {
  const text = Array.from({ length: 200 }, (_, n) => `param a${n} = ${n}`).join('\n');
  const seen: Record<'names' | 'numbers', string[]> = { names: [], numbers: [] };
  const names: Rule = { code: 'names', statement: { Param: ({ name }) => seen.names.push(name!.text) } };
  const numbers: Rule = {
    code: 'numbers',
    expression: { Number: ({ value }) => seen.numbers.push(String(value)) },
    tree: () => seen.numbers.push(`behind ${seen.names.length}`),
  };
  new RuleVisitor([numbers, names], inspect(text), () => {}).run();
  const all = Array.from({ length: 200 }, (_, n) => n);
  expect(seen.names).toEqual(all.map((n) => `a${n}`));
  expect(seen.numbers).toEqual([...all.map(String), 'behind 200']);
});

it('tells which rule runs', () => {
  let running = '';
  const seen: string[] = [];
  const note = () => {
    seen.push(running);
  };
  const rules: Rule[] = [
    { code: 'a', expression: { Number: note }, tree: note },
    { code: 'b', statement: { Let: note } },
  ];
  new RuleVisitor(rules, inspect('let c = 1'), ({ code }) => {
    running = code;
  }).run();
  expect(seen).toEqual(['a', 'b', 'a']);
});
