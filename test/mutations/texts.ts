import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** The names and texts of the models in a folder of the repository, in the order of the names. */
function modelsIn(folder: string): (readonly [name: string, text: string])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.lvm'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

/** The corpus of valid models. */
export const corpus: readonly (readonly [name: string, text: string])[] = modelsIn('test/cases/models');

/** The valid models, the gallery too, that are short enough to be tried often. */
export const small: readonly string[] = [...corpus, ...modelsIn('media/gallery')]
  .map(([, text]) => text)
  .filter((text) => text.length < 3000);

/** Words that mean something somewhere, for mutations that stay close to the language. */
const words = [
  ...['model', 'param', 'let', 'network', 'latent', 'observed', 'data', 'weights', 'fit', 'view', 'for', 'in', 'from'],
  ...['columns', 'case', 'else', 'true', 'false', 'dense', 'Normal', 'Categorical', 'Dirac', 'Poisson', 'Bernoulli'],
  ...['MultivariateNormal', 'exp', 'sum', 'matmul', 'tanh', 'simplex', 'positive', 'x', 'z', 'mu', 'k', 't', 's'],
  ...['~', '|', '=', '->', '^', '..', '-', '+', '*', '/', ',', ':', '(', ')', '[', ']', '{', '}', '"'],
  ...[
    '0',
    '1',
    '2',
    '3',
    '0.5',
    '1e999',
    '-1',
    '1e-300',
    '10000',
    '"a.csv"',
    '__proto__',
    'constructor',
    '\n',
    '//',
    '/*',
  ],
];

/** Names, numbers, strings, blanks and signs. */
export function pieces(text: string): string[] {
  return text.match(/[\p{L}_][\p{L}\p{Nd}_]*|\d+(?:\.\d+)?(?:e-?\d+)?|"[^"\n]*"|\s+|->|\.\.|./gsu) ?? [];
}

type Mutation =
  | { readonly kind: 'delete' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly word: string }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number };

const place = fc.nat({ max: 9999 });

/** One change more often than several: what is left is then a model more often. */
export function changesOf<T>(change: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc.oneof(
    fc.array(change, { minLength: 1, maxLength: 1 }),
    fc.array(change, { minLength: 1, maxLength: most }),
  );
}

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('delete' as const, 'double' as const),
    at: place,
    length: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom('replace' as const, 'insert' as const),
    at: place,
    word: fc.constantFrom(...words),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: place, other: place }),
);

function apply(parts: string[], change: Mutation): void {
  if (parts.length === 0) return;
  const at = change.at % parts.length;
  switch (change.kind) {
    case 'delete':
      parts.splice(at, change.length);
      return;
    case 'double':
      parts.splice(at, 0, ...parts.slice(at, at + change.length));
      return;
    case 'replace':
      parts[at] = change.word;
      return;
    case 'insert':
      parts.splice(at, 0, change.word);
      return;
    case 'swap': {
      const other = change.other % parts.length;
      [parts[at], parts[other]] = [parts[other]!, parts[at]!];
    }
  }
}

/** A model of the corpus with some of its tokens changed. */
export const tokenMutant: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...small), changesOf(mutation, 5))
  .map(([text, mutations]) => {
    const parts = pieces(text);
    for (const change of mutations) apply(parts, change);
    return parts.join('');
  });

/** A model of the corpus with some of its characters changed. */
export const characterMutant: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...small), changesOf(mutation, 5))
  .map(([text, mutations]) => {
    const parts = [...text];
    for (const change of mutations) apply(parts, change);
    return parts.join('');
  });

/** A model of the corpus with some of its names and numbers in the place of others: it can be read, and means something else. */
export const meaningMutant: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...small), changesOf(fc.tuple(place, place), 3))
  .map(([text, changes]) => {
    const parts = pieces(text);
    for (const [at, from] of changes) {
      const isName = at % 2 === 0;
      const alike = [...parts.keys()].filter((key) => (isName ? /^[\p{L}_]/u : /^\d/).test(parts[key]!) && key > 4);
      if (alike.length > 0) parts[alike[at % alike.length]!] = parts[alike[from % alike.length]!]!;
    }
    return parts.join('');
  });

/** Statements of several models of the corpus, put together. */
export const mixture: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...small), place), { minLength: 1, maxLength: 12 })
  .map((picks) =>
    picks
      .map(([text, at]) => {
        const statements = text.split(/\n(?=[a-z])/);
        return statements[at % statements.length];
      })
      .join('\n'),
  );

/** Models whose networks call each other and themselves, in bodies and in arguments, in any order of their statements. */
export const networkCalls: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.nat({ max: 999 }), { minLength: 40, maxLength: 120 }), fc.array(place, { maxLength: 12 }))
  .map(([picks, swaps]) => {
    let next = 0;
    const pick = (ways: number) => (picks[next++] ?? 0) % ways;
    const one = (...ways: readonly string[]) => ways[pick(ways.length)]!;
    const value = (names: readonly string[], depth: number): string => {
      if (depth === 0) return one(...names, '1', '[1, 2]');
      const inner = () => value(names, depth - 1);
      switch (pick(8)) {
        case 0:
          return inner();
        case 1:
          return `${inner()} ${one('+', '*')} ${inner()}`;
        case 2:
          return `concat(${inner()}, ${inner()})`;
        case 3:
          return `${one('sum', 'tanh')}(${inner()})`;
        case 4:
          return `(${inner()})[${one('1', '2')}]`;
        default:
          return `${one('f', 'g', 'h')}(${inner()})`;
      }
    };
    const layer = () => one('', ` -> dense(${one('1', '2', '3')})`, ` -> dense(${one('1', '2', '3')})`);
    const statements = [
      ...['f', 'g', 'h'].map((name) => `network ${name}(a) = ${value(['a'], pick(3))}${layer()}`),
      `latent v ~ Normal(0, 1)^${one('1', '2', '3')}`,
      `latent w | v ~ Normal(${value(['v'], pick(4))}, 1)`,
      `let m = ${value(['v', 'w'], pick(3))}`,
      'latent z[1] ~ Normal(0, 1)^2',
      `latent z[t] | z[t-1] ~ Normal(${value(['z[t-1]'], pick(4))}, 1) for t in 2..3`,
      `observed x | v, w, z[3] ~ Normal(${value(['v', 'w', 'm', 'z[3]'], 1 + pick(4))}, 1)`,
    ];
    for (const [at, swap] of swaps.entries()) {
      const [here, there] = [at % statements.length, swap % statements.length];
      [statements[here], statements[there]] = [statements[there]!, statements[here]!];
    }
    return statements.join('\n');
  });
