import { parse } from '../../src/language/syntax/parser';

/** Time that one call takes, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly lines: number;
  readonly median: number;
  readonly fastest: number;
}

/** Six statements of every shape that models use, under names of their own. */
function section(id: number): string[] {
  return [
    `param weight${id}: simplex = [0.3, 0.5, 0.2] // mixing`,
    `network mu${id}(z) = z -> dense(16, tanh) -> dense(1)`,
    `latent k${id} ~ Categorical(blue: 0.3, orange: 0.5, green: 0.2)`,
    `latent z${id}[t] | z${id}[t-1] ~ Normal(0.9 * z${id}[t-1], 0.4) for t in 2..20`,
    `observed x${id} | k${id} ~ case k${id} { blue: Normal(0, 1), orange: Laplace(3, 0.5), else: Normal(-2, 2)^2 }`,
    `observed y${id} | k${id} ~ Normal(mu${id}(k${id}), 0.05 + weight${id}[k${id}])`,
  ];
}

/** A model of so many lines that parses without a diagnostic. */
export function modelOfLines(lines: number): string {
  const all: string[] = [];
  for (let id = 1; all.length < lines; id++) all.push(...section(id));
  return all.slice(0, lines).join('\n');
}

/** Median and fastest time of `runs` calls, after as many for warming up. */
export function time(name: string, lines: number, runs: number, call: () => unknown): Timing {
  for (let run = 0; run < runs; run++) call();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return { name, lines, median: times[Math.floor(runs / 2)]!, fastest: times[0]! };
}

/** How long it takes to parse a small and a large model. */
export function benchParse(): Timing[] {
  return [
    { lines: 30, runs: 500 },
    { lines: 5000, runs: 20 },
  ].map(({ lines, runs }) => {
    const text = modelOfLines(lines);
    return time('parse', lines, runs, () => parse(text));
  });
}
