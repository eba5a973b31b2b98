import fc from 'fast-check';

/** A network of a few discrete variables as text, with observed variables below them. */
export interface RandomNetwork {
  readonly text: string;
  readonly latents: readonly { readonly key: string; readonly count: number }[];
  readonly evidence: Readonly<Record<string, number>>;
  /** log p(latent states, evidence), by the formulas themselves; states are codes from 1. */
  readonly logJoint: (codes: readonly number[]) => number;
}

interface Node {
  readonly count: number;
  readonly parents: readonly number[];
  /** Joint states of the parents × states. */
  readonly rows: readonly (readonly number[])[];
}

const simplex = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 20 }), { minLength: count, maxLength: count }).map((weights) => {
    const total = weights.reduce((a, b) => a + b, 0);
    return total === 0 ? weights.map((_, i) => (i === 0 ? 1 : 0)) : weights.map((weight) => weight / total);
  });

const node = (before: readonly number[]): fc.Arbitrary<Node> =>
  fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.subarray([...before.keys()], { maxLength: Math.min(3, before.length) }))
    .chain(([count, parents]) => {
      const rows = parents.reduce((product, parent) => product * before[parent]!, 1);
      return fc
        .array(simplex(count), { minLength: rows, maxLength: rows })
        .map((made) => ({ count, parents, rows: made }));
    });

const nodes = (length: number, before: readonly Node[] = []): fc.Arbitrary<readonly Node[]> =>
  length === 0
    ? fc.constant(before)
    : node(before.map(({ count }) => count)).chain((next) => nodes(length - 1, [...before, next]));

const seen = fc.record({
  of: fc.nat(),
  mean: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 4, maxLength: 4 }),
  sd: fc.constantFrom(0.1, 1, 10),
  x: fc.integer({ min: -40, max: 40 }),
});

/** Networks of two to five variables, seen through zero to three normal ones. */
export const randomNetworks: fc.Arbitrary<RandomNetwork> = fc
  .tuple(
    fc.integer({ min: 2, max: 5 }).chain((length) => nodes(length)),
    fc.array(seen, { maxLength: 3 }),
  )
  .map(([made, observed]) => {
    const lines = made.map((each, i) => {
      const names = each.parents.map((parent) => `z${parent}`);
      const given = names.length === 0 ? '' : ` | ${names.join(', ')}`;
      const table = nested(each, made, 0, 0);
      return `latent z${i}${given} ~ Categorical(${table}${names.map((name) => `[${name}]`).join('')})`;
    });
    const below = observed.map(({ of, mean, sd }, j) => {
      const parent = of % made.length;
      return `observed x${j} | z${parent} ~ Normal([${mean.slice(0, made[parent]!.count).join(', ')}][z${parent}], ${sd})`;
    });
    return {
      text: [...lines, ...below, 'observed anything ~ Normal(0, 1)'].join('\n'),
      latents: made.map(({ count }, i) => ({ key: `z${i}`, count })),
      evidence: Object.fromEntries(observed.map(({ x }, j) => [`x${j}`, x])),
      logJoint: (codes) => {
        let log = 0;
        made.forEach(({ parents, rows }, i) => {
          const row = parents.reduce((at, parent) => at * made[parent]!.count + codes[parent]! - 1, 0);
          log += Math.log(rows[row]![codes[i]! - 1]!);
        });
        for (const { of, mean, sd, x } of observed) {
          const z = (x - mean[codes[of % made.length]! - 1]!) / sd;
          log -= 0.5 * z * z + Math.log(sd) + 0.5 * Math.log(2 * Math.PI);
        }
        return log;
      },
    };
  });

/** The rows of a conditional table as nested vectors, one level for each parent. */
function nested({ parents, rows }: Node, all: readonly Node[], depth: number, row: number): string {
  const parent = parents[depth];
  if (parent === undefined) return `[${rows[row]!.join(', ')}]`;
  const { count } = all[parent]!;
  return `[${Array.from({ length: count }, (_, k) => nested({ parents, rows, count }, all, depth + 1, row * count + k)).join(', ')}]`;
}

/** Every joint state of the latents with its logarithm, the last changing fastest. */
export function enumerate({ latents, logJoint }: RandomNetwork): { codes: number[]; log: number }[] {
  let all: number[][] = [[]];
  for (const { count } of latents)
    all = all.flatMap((codes) => Array.from({ length: count }, (_, k) => [...codes, k + 1]));
  return all.map((codes) => ({ codes, log: logJoint(codes) }));
}
