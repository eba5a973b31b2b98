/**
 * A_k = I_k(κ) / I_0(κ) for k = 0, 1, … until they are below 1e-17, for κ ≥ 0, by Miller's backward recurrence.
 * @param concentration κ; the number of ratios grows with its square root
 */
export function besselRatios(concentration: number): number[] {
  if (concentration === 0) return [1];
  const last = Math.ceil(20 + 9.5 * Math.sqrt(concentration) + Math.min(concentration, 20));
  const ratios = new Array<number>(last + 1).fill(0);
  // I_k / I_(k−1) = 1 / (2k/κ + I_(k+1)/I_k)
  let step = 0;
  const steps = new Array<number>(last + 1).fill(0);
  for (let k = last + 20; k > 0; k--) {
    step = 1 / ((2 * k) / concentration + step);
    if (k <= last) steps[k] = step;
  }
  ratios[0] = 1;
  for (let k = 1; k <= last; k++) ratios[k] = ratios[k - 1]! * steps[k]!;
  return ratios;
}

/** log (e^(−κ) I_0(κ)) for κ ≥ 0, from e^κ = I_0 + 2 Σ I_k; above 600 by the asymptotic series. */
export function logScaledBesselI0(concentration: number): number {
  if (!(concentration >= 0)) return NaN;
  if (concentration <= 600) return -Math.log(besselRatios(concentration).reduce((sum, a) => sum + 2 * a, -1));
  const s = 1 / (8 * concentration);
  const series = s * (1 + s * (4.5 + s * (37.5 + s * (459.375 + s * 7441.875))));
  return Math.log1p(series) - 0.5 * Math.log(2 * Math.PI * concentration);
}
