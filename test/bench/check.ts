import { analyse } from '../../src/language/analyse';
import { type Timing, time } from './parse';

/**
 * How long the analysis (parse and check) of texts takes, and with the model that a preview asks for. The two that the editor's responsiveness rests on are
 * the 30 and the 5,000 lines; the others show that nothing grows faster than the text.
 */
export function benchCheck(): Timing[] {
  const bench = (name: string, text: string, runs: number) =>
    time(name, text.split('\n').length, runs, () => analyse(text));
  const large = lines(5000);
  return [
    bench('analyse', lines(30), 500),
    bench('analyse', large, 60),
    time('analyse and build the model', 5000, 60, () => analyse(large).model),
    bench('analyse 10,000 categories', categories(10_000), 10),
    bench('analyse 1 MB of numbers', numbers(1_000_000), 3),
    bench('analyse 1 MB of broken text', 'latent ( ~ ]'.repeat(90_000), 3),
    bench('analyse lets in a row', chainOfLets(5000), 5),
  ];
}

/** A model of so many lines with parameters, networks, mixtures, tables and lets, six lines to a block. */
function lines(count: number): string {
  const block = (n: number) => [
    `param mu${n} = [-2, 0.5, 3]`,
    `param sigma${n}: positive = [0.5, 1, 0.7]`,
    `latent z${n} ~ Categorical([0.3, 0.5, 0.2])`,
    `latent w${n} ~ Normal(0, 1)`,
    `let m${n} = 2 * w${n} + 1`,
    `observed x${n} | z${n}, w${n} ~ Normal(mu${n}[z${n}] + m${n}, sigma${n}[z${n}])`,
  ];
  const blocks = Array.from({ length: Math.ceil(count / 6) }, (_, n) => block(n));
  return blocks.flat().slice(0, count).join('\n');
}

function categories(count: number): string {
  const labels = Array.from({ length: count }, (_, n) => `c${n}: ${1 / count}`);
  const rows = Array.from({ length: count }, (_, n) => `c${n}: ${n}`);
  return `latent z ~ Categorical(${labels.join(', ')})\nobserved x | z ~ Normal(case z { ${rows.join(', ')} }, 1)`;
}

function numbers(characters: number): string {
  return `observed x ~ Normal(0, 1)\ndata x = [${'1.25, '.repeat(characters / 6)}0]`;
}

function chainOfLets(count: number): string {
  const lets = Array.from({ length: count }, (_, n) => `let a${n} = a${n + 1} + 1`);
  return `${lets.join('\n')}\nlet a${count} = z\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(a0, 1)`;
}
