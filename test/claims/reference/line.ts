import type { SpreadTruth } from '../model';
import * as density from './densities';
import { type Integral, integrate, type Line, type Point } from './integral';

/** A distribution of one number as the language writes it, with its density by the definition. */
export interface Continuous {
  readonly text: string;
  log(value: number): number;
  /** Where it is, all but 1e-14 of it and of what evidence may move it to. */
  readonly low: number;
  readonly high: number;
  readonly points: readonly Point[];
}

export function normal(mean: number, sd: number, reach = 60): Continuous {
  const [low, high] = [mean - reach * sd, mean + reach * sd];
  return {
    text: `Normal(${mean}, ${sd})`,
    log: (z) => density.normal(z, mean, sd),
    low,
    high,
    points: [{ at: mean, scale: sd / 2 }],
  };
}

/** The unnormalised posterior: prior times likelihood, about some more points than the prior's. */
export function posteriorLine(
  prior: Continuous,
  likelihood: (z: number) => number,
  points: readonly Point[] = [],
): Line {
  return {
    log: (z) => {
      const log = prior.log(z);
      return log === Number.NEGATIVE_INFINITY ? log : log + likelihood(z);
    },
    low: prior.low,
    high: prior.high,
    points: [...prior.points, ...points],
  };
}

export function posterior(
  prior: Continuous,
  likelihood: (z: number) => number,
  points: readonly Point[] = [],
): Integral {
  return integrate(posteriorLine(prior, likelihood, points));
}

export function spreadOf({ mean, sd, cdf }: Integral): SpreadTruth {
  return { mean, sd, cdf };
}

/** y | u ~ Normal(f(u), sd), where u has a posterior: what is to be expected of one more observation. */
export function expected({ expectation }: Integral, sd: number, f: (u: number) => number = (u) => u): SpreadTruth {
  const mean = expectation(f);
  return {
    mean,
    sd: Math.sqrt(expectation((u) => (f(u) - mean) ** 2) + sd * sd),
    cdf: (y) => expectation((u) => density.normalCdf((y - f(u)) / sd)),
  };
}
