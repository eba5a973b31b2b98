import { completion } from '../../src/features/completion';
import { formatting } from '../../src/features/formatting';
import { analyse } from '../../src/language/analyse';
import { time } from './parse';

/** How many times as long one thing takes as another, measured one right after the other. */
export interface Ratio {
  readonly name: string;
  readonly ratio: number;
  /** What it must not exceed. */
  readonly limit: number;
}

const nowhere = { files: [], data: new Map() };

/** The editor's features grow with the text, no faster, and cost a fraction of its analysis. */
export function ratioFeatures(): Ratio[] {
  return [formattingGrows(), completionBesideAnalysis('| ', 1), completionBesideAnalysis('~ ', 0.1)];
}

function formattingGrows(): Ratio {
  const line = 'observed x | z ~ Normal( mu[z],sigma[z] )\n';
  const [short, long] = [500, 5000].map((lines) => {
    const analysis = analyse(line.repeat(lines));
    return time('format', lines, 9, () => formatting(analysis)).median;
  });
  // Ten were proportional; the first call of many waits for the collector, a quadratic one would take a hundred.
  return { name: 'format 5,000 lines / 500 lines', ratio: long! / short!, limit: 40 };
}

/** @param behind what stands before the cursor, in the last of 5,001 lines */
function completionBesideAnalysis(behind: string, limit: number): Ratio {
  const pairs = Array.from(
    { length: 2500 },
    (_, i) => `latent z${i} ~ Normal(0, 1)\nobserved x${i} | z${i} ~ Normal(z${i}, 1)`,
  ).join('\n');
  const text = `${pairs}\nlatent q ${behind}`;
  const analysis = analyse(text);
  const completed = time('complete', 5001, 9, () => completion(analysis, text.length, nowhere)).median;
  return {
    name: `complete after “${behind.trim()}” / analyse, 5,001 lines`,
    ratio: completed / time('analyse', 5001, 9, () => analyse(text)).median,
    limit,
  };
}
