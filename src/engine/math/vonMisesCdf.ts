import { besselRatios, logScaledBesselI0 } from './besselRatios';
import { integrate } from './gaussLegendre';

/** Above it the Fourier series is longer than the quadrature. */
const seriesLimit = 50;
interface Scale {
  readonly concentration: number;
  readonly ratios: readonly number[];
  readonly logBesselI0: number;
}
let last: Scale = { concentration: 0, ratios: [1], logBesselI0: 0 };

/** What depends on the concentration only; the last is kept, since many points are asked for in a row. */
function scaleOf(concentration: number): Scale {
  if (last.concentration !== concentration) {
    const ratios = concentration <= seriesLimit ? besselRatios(concentration) : [];
    last = { concentration, ratios, logBesselI0: logScaledBesselI0(concentration) };
  }
  return last;
}

/** The von Mises density at a distance from its mean. */
export function vonMisesDensity(distance: number, concentration: number): number {
  const exponent = -2 * concentration * Math.sin(0.5 * distance) ** 2;
  return Math.exp(exponent - scaleOf(concentration).logBesselI0) / (2 * Math.PI);
}

/** Probability of (0, d), 0 ≤ d ≤ π, around the mean. */
function fromMean(d: number, concentration: number): number {
  if (concentration <= seriesLimit) {
    // Σ A_k sin(kd) / k by Clenshaw's recurrence.
    const { ratios } = scaleOf(concentration);
    const twoCos = 2 * Math.cos(d);
    let [next, afterNext] = [0, 0];
    for (let k = ratios.length - 1; k > 0; k--) [next, afterNext] = [ratios[k]! / k + twoCos * next - afterNext, next];
    return (d / 2 + next * Math.sin(d)) / Math.PI;
  }
  const reach = Math.min(d, 14 / Math.sqrt(concentration));
  return Math.min(
    0.5,
    integrate((t) => vonMisesDensity(t, concentration), 0, reach, 6),
  );
}

/**
 * The probability of (mean − π, mean + d) for −π ≤ d ≤ π: the distribution function of the von Mises distribution cut
 * opposite of its mean, to about 1e-15.
 */
export function vonMisesCdf(d: number, concentration: number): number {
  if (d <= -Math.PI) return 0;
  if (d >= Math.PI) return 1;
  return d < 0 ? 0.5 - fromMean(-d, concentration) : 0.5 + fromMean(d, concentration);
}

/** Mean and variance of the angle as a number in [−π, π]: not the mean direction, from which they differ by what wraps around. */
export function vonMisesMoments(direction: number, concentration: number): { mean: number; variance: number } {
  if (!(concentration >= 0) || Number.isNaN(direction)) return { mean: NaN, variance: NaN };
  let mean = 0;
  let square = Math.PI ** 2 / 3;
  besselRatios(concentration).forEach((a, k) => {
    if (k === 0) return;
    const sign = k % 2 === 0 ? 1 : -1;
    mean -= (2 * sign * a * Math.sin(k * direction)) / k;
    square += (4 * sign * a * Math.cos(k * direction)) / k ** 2;
  });
  return { mean, variance: square - mean * mean };
}
