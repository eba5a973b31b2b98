import fc from 'fast-check';
import { descendants, type TreeNode } from '../../src/features/treePath';
import { parse } from '../../src/language/syntax/parser';
import type { Expression } from '../../src/language/syntax/tree';
import { changesOf, small } from './texts';

/** What stands in the place of an expression, whatever is meant there; `◊` stands for the expression itself. */
const replacements: readonly string[] = [
  // Distributions, copied and not, and around what was there.
  ...[
    'Normal(0, 1)',
    'Normal(0, 1)^2',
    '(Normal(0, 1)^2)^3',
    'Poisson(3)^2',
    'Bernoulli(0.5)',
    'Dirac(◊)',
    'Dirac(◊)^2',
  ],
  ...[
    'Categorical(a: 0.5, b: 0.5)',
    'Categorical([0.5, 0.5])',
    'DiscreteUniform(1, 3)',
    'Normal(◊, 1)',
    '(◊)^2',
    '(◊)^0',
  ],
  ...['MultivariateNormal([0, 0], [[1, 0], [0, 1]])', 'Dirichlet([1, 2, 3])', 'Normal', 'Uniform(◊, 2)', 'Gamma(◊, ◊)'],
  // Vectors, matrices and what is made of them.
  ...['[1, 2]', '[◊, ◊]', '[[1, 2], [3, 4]]', '[[◊]]', '[]', '[0.5, 0.5]', '[◊, 1][1]', 'sum([◊, 1])', 'concat(◊, ◊)'],
  ...['dot([◊, 1], [1, 2])', 'matmul([[1, 2]], [1, ◊])', '(◊)[1]', '(◊)[2]', '[1, 2, 3][◊]', '(◊)[◊]', 'max(◊)'],
  // Numbers at the edge, arithmetic, text.
  ...[
    '0',
    '-1',
    '1',
    '2',
    '0.5',
    '1e999',
    '1e-300',
    '1e30',
    '3.4e38',
    '9007199254740993',
    '1.0',
    '-(◊)',
    '1 / 0',
    '◊ / ◊',
  ],
  ...[
    '◊ + 1',
    '◊ - ◊',
    '◊ * 1e30',
    '2^(◊)',
    '◊^0.5',
    'log(◊)',
    'sqrt(◊)',
    'exp(exp(exp(◊)))',
    'true',
    'false',
    '"text"',
  ],
  // Tables.
  ...['case ◊ { 1: 2, else: 3 }', 'case ◊ { true: 1, false: 0 }', 'case ◊ { 0: Normal(0, 1), else: Poisson(1) }'],
  ...['case ◊ { 1: ◊, 2: ◊ }', 'case ◊ { a: Normal(0, 1), b: Dirac(0) }', 'case ◊, ◊ { 1, 1: 0, else: 1 }'],
  // Layers, and the holes of someone who types.
  ...[
    '◊ -> dense(2)',
    '◊ -> dense(1, exp)',
    'dense(2)',
    '◊ -> tanh',
    '',
    '◊ +',
    '(◊',
    '◊)',
    '[◊',
    'f(',
    '◊, ◊',
    'x: ◊',
  ],
];

type Change =
  /** One of the replacements. */
  | { readonly kind: 'form'; readonly at: number; readonly form: number }
  /** Another expression of the same model, so a variable, an element of a chain, a call of a network. */
  | { readonly kind: 'own'; readonly at: number; readonly from: number }
  /** An expression of another model. */
  | { readonly kind: 'other'; readonly at: number; readonly from: number; readonly model: string }
  /** A name of the model where a value stands. */
  | { readonly kind: 'name'; readonly at: number; readonly from: number };

const place = fc.nat({ max: 99_999 });
const change: fc.Arbitrary<Change> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('form' as const), at: place, form: place }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('own' as const), at: place, from: place }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('name' as const), at: place, from: place }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: fc.constant('other' as const),
      at: place,
      from: place,
      model: fc.constantFrom(...small),
    }),
    weight: 1,
  },
);

const kinds: ReadonlySet<string> = new Set<Expression['kind']>([
  ...(['Number', 'Boolean', 'Name', 'Vector', 'Unary', 'Binary', 'Call', 'Index', 'Pipeline', 'Case', 'Hole'] as const),
]);

const isExpression = (node: TreeNode): node is Expression => kinds.has(node.kind);

/** Every expression of a text, patterns too. */
function expressionsIn(text: string): Expression[] {
  return parse(text).tree.statements.flatMap((statement) => [...descendants(statement)].filter(isExpression));
}

const textOf = (text: string, { span }: Expression) => text.slice(span.start, span.end);

function replacement(text: string, old: string, change: Change, all: readonly Expression[]): string {
  switch (change.kind) {
    case 'form':
      return replacements[change.form % replacements.length]!.replaceAll('◊', old);
    case 'own':
      return textOf(text, all[change.from % all.length]!);
    case 'other': {
      const others = expressionsIn(change.model);
      return textOf(change.model, others[change.from % others.length]!);
    }
    case 'name': {
      const names = parse(text).tree.statements.flatMap((statement) => {
        if (statement.kind === 'Variable') return statement.target?.name.text ?? [];
        return 'name' in statement && statement.name ? statement.name.text : [];
      });
      return names[change.from % names.length] ?? 'x';
    }
  }
}

function changed(text: string, change: Change): string {
  // Texts that grow by doubling what is in them soon are of no use.
  if (text.length > 6000) return text;
  const all = expressionsIn(text);
  const target = all[change.at % all.length];
  if (target === undefined) return text;
  const { start, end } = target.span;
  return text.slice(0, start) + replacement(text, text.slice(start, end), change, all) + text.slice(end);
}

/** A model with some of its expressions in the place of others, or something else in their place. */
export const structural: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...small), changesOf(change, 3))
  .map(([text, changes]) => changes.reduce(changed, text));
