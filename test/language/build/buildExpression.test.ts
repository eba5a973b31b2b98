import { expect, it } from 'vitest';
import { buildExpression } from '../../../src/language/build/buildExpression';
import { assignSlots } from '../../../src/language/build/slots';
import { inspectMarked } from '../inspect';

const names = 'latent b ~ Bernoulli(0.5)\nlatent k ~ Categorical([0.5, 0.5])\nparam m = [1, 2]\nlet h = 3\n';

function build(text: string) {
  const { check, expression } = inspectMarked(`${names}let a = «${text}»`);
  const { inference, tree, scope } = check;
  const slots = assignSlots(tree, inference);
  return buildExpression(expression, {
    inference,
    slots,
    layers: new Map(),
    typeOf: (definition) => scope.globals.get(definition.name)!.type!,
  });
}

const real = { kind: 'real', shape: [] };
const integer = { kind: 'integer', shape: [] };
const slot = (at: number) => ({ op: 'number', type: real, slot: at });

it.each([
  ['true', { op: 'constant', type: { kind: 'boolean', shape: [] }, value: 1 }],
  ['-4', slot(6)],
  ['1 + 2', { op: 'add', type: real, left: slot(6), right: slot(7) }],
  ['-h', { op: 'negate', type: integer, operand: { op: 'let', type: integer, name: 'h' } }],
  ['[1, 2]', { op: 'vector', type: { kind: 'real', shape: [2] }, items: [slot(6), slot(7)] }],
  ['sqrt(4)', { op: 'call', type: real, function: 'sqrt', args: [slot(6)] }],
  [
    'm[2]',
    {
      op: 'index',
      type: real,
      base: { op: 'param', type: { kind: 'real', shape: [2] }, name: 'm' },
      index: { op: 'constant', type: integer, value: 2 },
    },
  ],
  [
    'k + b',
    {
      op: 'add',
      type: integer,
      left: { op: 'variable', type: { kind: 'category', shape: [], count: 2 }, name: 'k', index: null },
      right: { op: 'variable', type: { kind: 'boolean', shape: [] }, name: 'b', index: null },
    },
  ],
  [
    'case b { true: 5, else: 6 }',
    {
      op: 'table',
      type: real,
      subjects: [{ op: 'variable', type: { kind: 'boolean', shape: [] }, name: 'b', index: null }],
      rows: [{ when: [1], value: slot(6) }],
      otherwise: slot(7),
    },
  ],
])('%s', (text, expected) => {
  // The definitions before hold slots 0 to 5.
  expect(build(text)).toEqual(expected);
});

it('throws only for what no rule lets through', () => {
  expect(() => build('foo')).toThrow('unknown name');
  expect(() => build('[1, 2] + [1, 2, 3]')).toThrow('unlike shapes');
});
